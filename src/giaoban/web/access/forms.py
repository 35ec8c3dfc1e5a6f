"""Forms of signing in and of changing one's password."""

from __future__ import annotations

from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.utils.translation import gettext_lazy as _

from giaoban.vietnamese import fold


class SignInForm(AuthenticationForm):
    """Name and password; the name is read without diacritics or capitals."""

    error_messages = {
        "invalid_login": _("Tên đăng nhập hoặc mật khẩu chưa đúng."),
        "inactive": _("Tên đăng nhập hoặc mật khẩu chưa đúng."),
    }

    def clean_username(self) -> str:
        return fold(self.cleaned_data["username"])


class NewPasswordForm(PasswordChangeForm):
    """The old password once, the new one twice."""

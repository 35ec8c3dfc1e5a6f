"""Signing in and out and refused attempts, as the audit keeps them."""

from __future__ import annotations

from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor
from giaoban.committees.models import User

#: The chain that takes what belongs to no committee: a sign-in that failed, an account of nobody.
NO_COMMITTEE = 0


def _nobody(name: str, address: str) -> Actor:
    return Actor(user_id=None, name=name[:200], committee_id=NO_COMMITTEE, role_code="", address=address)


@action
def record_denial(actor: Actor, method: str, path: str) -> None:
    """Record that somebody was refused a page or an action that their role does not permit."""
    record(actor, "access.page.denied", after={"method": method, "path": path})


@action
def record_sign_in(actor: Actor) -> None:
    """Record that somebody signed in."""
    record(actor, "access.session.begun")


@action
def record_sign_out(actor: Actor) -> None:
    """Record that somebody signed out."""
    record(actor, "access.session.ended")


@action
def record_failed_sign_in(username: str, address: str) -> None:
    """Record a sign-in that failed, under the name that was tried; never the password."""
    record(_nobody(username, address), "access.session.refused")


@action
def change_password(actor: Actor, user: User, new_password: str) -> User:
    """Set the user's own new password, end every other session of theirs, and clear the first-password mark.

    The caller has checked the old password and the rules for new ones.
    """
    user.set_password(new_password)
    user.must_change_password = False
    user.session_epoch += 1
    user.save(update_fields=["password", "must_change_password", "session_epoch"])
    record(actor, "access.password.changed", user)
    return user


@action
def choose_language(actor: Actor, user: User, language: str) -> User:
    """Keep the language in which the user wants the pages: ``vi`` or ``en``."""
    before, user.language = user.language, language
    user.save(update_fields=["language"])
    record(actor, "access.language.chosen", user, before={"language": before}, after={"language": language})
    return user

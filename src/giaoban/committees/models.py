"""The committee (the tenant), its units and groups in time, its people and posts, its members and their roles."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from giaoban.audit.versions import Versioned
from giaoban.vietnamese import fold, person_sort_text, sort_text, tidy


class Committee(Versioned):
    """A Party committee or People's committee that holds the conferences (cấp ủy, UBND): the tenant."""

    class Level(models.TextChoices):
        PROVINCE = "province", "cấp tỉnh"
        DISTRICT = "district", "cấp huyện"
        COMMUNE = "commune", "cấp xã"

    name = models.CharField(max_length=200)
    level = models.CharField(max_length=10, choices=Level)
    level_word = models.CharField(max_length=40, help_text='how texts call its level: "thị xã", "tỉnh", "phường"')
    place = models.CharField(max_length=120, help_text='the place it governs: "Cửa Lò"')
    office_name = models.CharField(max_length=200)
    superior = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="subordinates")

    def __str__(self) -> str:
        return self.name


class Timed(models.Model):
    """Something that holds from a day to a day, both included; an open end is None (hiệu lực)."""

    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True

    def holds_on(self, day: date) -> bool:
        """Return whether it holds on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class ValidOn(models.QuerySet[Any]):
    """Rows that hold on a day."""

    def on(self, day: date) -> ValidOn:
        """Return the rows that hold on that day."""
        return self.filter(Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gte=day))


class Unit(Versioned, Timed):
    """A body that can be given a task or asked for one (cơ quan, đơn vị).

    ``kind`` is a code of ``data/unit_kinds.toml``; it says among other things whether the committee may direct the
    body or can only ask it. ``areas`` are codes of ``data/areas.toml`` that the unit answers for.
    """

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="units")
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=40)
    areas = models.JSONField(default=list, blank=True)
    place = models.CharField(max_length=120, blank=True)
    position = models.PositiveIntegerField(default=0)
    sort = models.CharField(max_length=260, editable=False)
    folded = models.CharField(max_length=320, editable=False)

    objects: ClassVar[models.Manager[Unit]] = ValidOn.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["committee", "name", "valid_from"], name="unit_once_by_name_and_start")
        ]
        indexes = [models.Index(fields=["committee", "kind"], name="unit_by_kind")]
        ordering = ["position", "sort"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.name, self.short_name = tidy(self.name), tidy(self.short_name)
        self.sort, self.folded = sort_text(self.name), fold(f"{self.name} {self.short_name}")
        super().save(*args, **kwargs)


class UnitAlias(models.Model):
    """Another name by which texts call a unit (tên gọi khác, chữ viết tắt); a closed one is no longer read."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="aliases")
    text = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, editable=False)
    is_closed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "text"], condition=Q(is_closed=False), name="unit_alias_once")
        ]
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.text = tidy(self.text)
        self.folded = fold(self.text)
        super().save(*args, **kwargs)


class UnitSuccession(models.Model):
    """One unit taking over from another on a day (kế thừa): the heir's first day. Kinds: ``data/successions.toml``."""

    predecessor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="heirs")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="predecessors")
    kind = models.CharField(max_length=40)
    on = models.DateField(help_text="the heir's first day")
    basis = models.CharField(max_length=300, blank=True, help_text="the decision that says so")

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_once"),
            models.CheckConstraint(
                condition=~Q(predecessor=models.F("successor")), name="succession_between_two_units"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class Group(Versioned):
    """Units that texts call by one name (nhóm): "các cơ quan, đơn vị trong khối nội chính", "7 phường"."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="groups")
    name = models.CharField(max_length=200)
    sort = models.CharField(max_length=260, editable=False)
    is_everybody = models.BooleanField(default=False, help_text="naming it as a lead names nobody in particular")
    is_closed = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["committee", "name"], name="group_once_by_name")]
        ordering = ["sort"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.name = tidy(self.name)
        self.sort = sort_text(self.name)
        super().save(*args, **kwargs)


class GroupAlias(models.Model):
    """Another name by which texts call a group; a closed one is no longer read."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="aliases")
    text = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, editable=False)
    is_closed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "text"], condition=Q(is_closed=False), name="group_alias_once")
        ]
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.text = tidy(self.text)
        self.folded = fold(self.text)
        super().save(*args, **kwargs)


class GroupUnit(Timed):
    """A unit's place in a group, from a day to a day."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="members")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="memberships")

    objects: ClassVar[models.Manager[GroupUnit]] = ValidOn.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "unit", "valid_from"], name="group_unit_once_by_start")]

    def __str__(self) -> str:
        return f"{self.unit} ∈ {self.group}"


class Person(Versioned):
    """A person who holds posts (cán bộ)."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="people")
    name = models.CharField(max_length=120)
    sort = models.CharField(max_length=160, editable=False)
    folded = models.CharField(max_length=120, editable=False)
    rank = models.CharField(max_length=60, blank=True, help_text="military or police rank (cấp bậc hàm)")
    telephone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    is_closed = models.BooleanField(default=False)

    class Meta:
        ordering = ["sort"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.name = tidy(self.name)
        self.sort, self.folded = person_sort_text(self.name), fold(self.name)
        super().save(*args, **kwargs)


class Post(Timed):
    """A post that a person holds from a day to a day (chức vụ); ``is_head``: answers for the unit."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(max_length=160)
    is_head = models.BooleanField(default=False)

    objects: ClassVar[models.Manager[Post]] = ValidOn.as_manager()

    class Meta:
        ordering = ["-is_head", "title"]

    def __str__(self) -> str:
        return f"{self.title}: {self.person}"


class UserManager(BaseUserManager["User"]):
    """Finds users by the name they sign in with."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(username=fold(username or ""))


class User(AbstractBaseUser):
    """Somebody who signs in (tài khoản). What they may do is said by their memberships, never by the user."""

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=5, default="vi")
    must_change_password = models.BooleanField(default=True)
    is_active = models.BooleanField(default=True)
    session_epoch = models.PositiveIntegerField(default=0, help_text="raised to end every open session at once")

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[UserManager] = UserManager()

    def __str__(self) -> str:
        return self.username


class Member(Versioned):
    """A user in a committee: one role and, for a reporter, the unit (thành viên). Roles: ``data/roles.toml``.

    ``is_head`` marks a reporter who is the unit's head (thủ trưởng đơn vị) or acts as such; there may be more than one.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="members")
    role = models.CharField(max_length=20)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="reporters")
    is_head = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "committee", "role", "unit"], name="member_once_for_a_unit"),
            models.UniqueConstraint(
                fields=["user", "committee", "role"], condition=Q(unit=None), name="member_once_without_unit"
            ),
            models.CheckConstraint(
                condition=~Q(role="reporter") | Q(unit__isnull=False), name="reporter_speaks_for_a_unit"
            ),
            models.CheckConstraint(condition=Q(is_head=False) | Q(role="reporter"), name="head_is_of_a_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.user.name} ({self.role})"

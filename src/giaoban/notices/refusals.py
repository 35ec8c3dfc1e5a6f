"""What the notices refuse."""

from giaoban.refusal import FieldRefusal


class NoticeRefusal(FieldRefusal):
    """A wish about notices that cannot be kept as it was given."""

"""The titles that stand around a person's name: before it, after it, in brackets.

Every function reads over words and returns titles as token ranges ``(first, stop)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from giaoban.language.body_grammar import body_end
from giaoban.language.heads import heads
from giaoban.language.lists import listed, single_words
from giaoban.language.names import known_place_end, surnames
from giaoban.language.phrases import Phrases
from giaoban.language.posts import member_end, post_end, rank_end
from giaoban.language.words import Words

Range = tuple[int, int]

#: The lists of ``data/posts.toml`` that a title begins with.
TITLES = ("heads", "members", "ranks", "prefixes")

_OPENERS = frozenset((",", "-", "–", "—", "(", ":"))
_LINKS = frozenset((",", "-", "–", "—"))


@dataclass(frozen=True, slots=True)
class _Lists:
    any: Phrases[str]
    subordinate: Phrases[str]
    said: frozenset[str]
    many: Phrases[str]


@cache
def _lists() -> _Lists:
    return _Lists(
        listed("posts", *TITLES), listed("posts", "subordinate"), single_words("posts", "said"), listed("posts", "many")
    )


def title_end(words: Words, index: int, *, named: bool = False) -> int | None:
    """Return the token after one title: a rank, a post or a calling; else None."""
    if _lists().any.longest(words, index) is None:
        return None
    return rank_end(words, index) or post_end(words, index, named=named) or member_end(words, index, named=named)


def titles_before(words: Words, index: int) -> tuple[list[Range], int]:
    """Read titles up to a name: "Đại tá", "Phó Giám đốc Công an tỉnh"; return them and the token after them.

    Titles with commas between are all the person's where a name ends them: "Bí thư Tỉnh ủy, Trưởng đoàn … A B C".
    """
    found, stop = _titles_in_a_row(words, index)
    if found and (after := _after_bracket(words, stop)) is not None:
        return found, after
    if found and words.low[stop : stop + 1] in (["-"], ["–"]) and _is_full_name(words, stop + 1):
        return found, stop + 1
    if not found or _lists().many.longest(words, index) is not None:
        return found, stop
    chained, at = list(found), stop
    while at < words.size and words.low[at] in _LINKS:
        degree = heads().honorifics.longest(words, at + 1)
        more, at = _titles_in_a_row(words, degree[1] if degree else at + 1)
        if not more and degree is None:
            break
        chained += more
        if _is_full_name(words, at):
            return chained, at
    return found, stop


def _after_bracket(words: Words, index: int) -> int | None:
    """Return the token after a bracket between title and name: "Chủ tịch UBND phường Thới An (TP.HCM) Lê Văn A"."""
    if words.low[index : index + 1] != ["("]:
        return None
    close = next((at for at in range(index, min(index + 9, words.size)) if words.low[at] == ")"), None)
    return close + 1 if close is not None and _is_full_name(words, close + 1) else None


def _titles_in_a_row(words: Words, index: int) -> tuple[list[Range], int]:
    found: list[Range] = []
    while (end := title_end(words, index, named=True)) is not None and end > index:
        found.append((index, end))
        index = end
    return found, index


def titles_after(words: Words, index: int) -> list[Range]:
    """Read the titles that a comma, a dash or a bracket sets off after a name that ends before ``index``."""
    found: list[Range] = []
    if index >= words.size or words.low[index] not in _OPENERS:
        return found
    index += 1
    while (end := _listed_title(words, index)) is not None:
        if _is_of_many(words, index, end, first_title=not found):
            break
        end = _with_superior(words, index, end)
        if is_name_at(words, end):
            break
        found.append((index, end))
        if words.low[end : end + 1] == ["kiêm"]:
            index = end + 1
        elif end < words.size and words.low[end] in _LINKS:
            index = end + 1
            if words.low[index : index + 1] == ["kiêm"]:
                index += 1
        else:
            break
    return found


def _is_of_many(words: Words, first: int, end: int, *, first_title: bool) -> bool:
    """Tell whether what follows a name is other guests: "lãnh đạo các sở", "Bí thư Đảng ủy các xã"."""
    levels = heads().level
    if any(words.low[one] == "các" and levels.longest(words, one + 1) for one in range(first, end)):
        return True
    return not first_title and _lists().many.longest(words, first) is not None


def _listed_title(words: Words, index: int) -> int | None:
    """One title of a list; a calling goes on to the next mark: "học sinh lớp 11A3"."""
    end = rank_end(words, index) or post_end(words, index)
    if end is not None:
        return None if _is_of_next(words, index, end) else end
    end = member_end(words, index)
    while end is not None and words.is_word(end) and words.low[end] not in _lists().said:
        end += 1
    return end


def _is_of_next(words: Words, index: int, end: int) -> bool:
    """Tell whether a title is that of the next person, whose name it takes in: "Giám đốc Sở Y tế Trần Văn A"."""
    shorter = post_end(words, index, named=True)
    return shorter is not None and shorter < end and words.low[shorter] in surnames()


def _with_superior(words: Words, first: int, end: int) -> int:
    """Go on over the body above a part of it: "Trưởng phòng 1, Ban Nội chính Tỉnh ủy" is one title."""
    if end >= words.size or words.low[end] not in (",", "-", "–") or not words.capital(end + 1):
        return end
    if not any(_lists().subordinate.longest(words, index) for index in range(first, end)):
        return end
    superior = body_end(words, end + 1)
    if superior is None or post_end(words, end + 1) is not None:
        return end
    listed_on = superior < words.size and words.low[superior] in (",", ";") and words.low[end] == ","
    return end if listed_on and body_end(words, superior + 1) is not None else superior


def is_name_at(words: Words, index: int) -> bool:
    """Tell whether a person's full name seems to begin here, and not the name of a place after its level."""
    return _is_full_name(words, index) and heads().level.longest(words, index - 1) is None


def _is_full_name(words: Words, index: int) -> bool:
    """Tell whether a surname and two more words with capitals stand here."""
    return (
        index + 2 < words.size
        and words.low[index] in surnames()
        and all(words.capital(one) and words.raw[one].isalpha() for one in range(index, index + 3))
        and known_place_end(words, index) is None
    )

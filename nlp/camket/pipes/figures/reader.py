"""Read one quantity: the comparator before a number, the number, its scale word, its unit and what follows."""

from __future__ import annotations


from camket.lexicons import lexicon
from camket.pipes.figures.numbers import FIRST_WORDS, NUMBER_WORDS, parse_digits, parse_words
from camket.pipes.figures.quantity import BoundKind, Quantity
from camket.pipes.figures.units import GLUED, MONEY, SCALE_TABLE, UNIT_TABLE, UNITS, Unit
from camket.text.grammar import code
from camket.text.lexer import TOKEN, Syllables
from camket.text.phrases import Phrases, expand

_LEXICON = lexicon("figures")


def backward(groups: dict[str, list[str]]) -> tuple[dict[str, str], int]:
    """A table from code strings to group names, for looking back from a number, and its longest key."""
    found: dict[str, str] = {}
    for name, phrases in groups.items():
        for phrase in phrases:
            for plain in expand(phrase):
                found["".join(code(word) for word in plain.lower().split())] = name
    return found, max(map(len, found))


def codes_of(words: list[str]) -> frozenset[str]:
    """The code strings of some phrases."""
    return frozenset("".join(code(t) for t in TOKEN.findall(word.lower())) for word in words)


_BEFORE, _BEFORE_LONGEST = backward(_LEXICON["before"])
BEHIND: Phrases[str] = Phrases((p, name) for name in _LEXICON["behind"] for p in _LEXICON["behind"][name])
STOP = codes_of(_LEXICON["stop"]["words"])
PLAN: Phrases[bool] = Phrases((p.lower(), True) for p in _LEXICON["plan"]["words"])
SLOGAN: Phrases[bool] = Phrases((p.lower(), True) for p in _LEXICON["slogans"]["followers"])
_TIMES_FACTOR = code("gấp")
_TIMES = {"đôi": 2.0, "rưỡi": 1.5, "ba": 3.0, "bốn": 4.0, "năm": 5.0, "mười": 10.0}
_SLASH, _DASH, _COMMA, _SO = code("/"), code("-"), code(","), code("số")
WORD_CODES = "".join(sorted({code(word) for word in FIRST_WORDS} | {code("nửa"), _TIMES_FACTOR}))
_PERIODS = frozenset(code(word) for word in ("năm", "tháng", "quý", "vụ", "tuần", "ngày", "người", "học"))
_AND = frozenset([_COMMA, code("và")])
_EXPONENTS = frozenset("23")
_ROUND = frozenset(["1", "10", "100", "1.000", "1000", "10.000", "100.000"])


def _company() -> Phrases[set[int]]:
    """Nouns with the numbers of the lists they stand in: nouns of one list are counted together."""
    found: dict[str, set[int]] = {}
    for number, nouns in enumerate(_LEXICON["coordinated"]["nouns"]):
        for noun in nouns:
            found.setdefault(noun, set()).add(number)
    return Phrases(found.items())


COMPANY = _company()


def look_back(codes: str, position: int) -> tuple[int, BoundKind]:
    """The comparator that ends right before a token: (its first token, its kind)."""
    for length in range(min(_BEFORE_LONGEST, position), 0, -1):
        kind = _BEFORE.get(codes[position - length : position])
        if kind:
            return position - length, kind
    return position, ""


def read_digits(syllables: Syllables, position: int) -> Quantity | None:
    """Read the number at a token with what stands around it; None where it is not one."""
    parsed = parse_digits(syllables.forms[position])
    if parsed is None:
        return None
    digits, places = parsed
    value = digits / 10**places if places else float(digits)
    q = Quantity(position, position + 1, position, value)
    if places == 0 and digits < 1000:
        _spaced_group(syllables, q)
    q.plain_integer = places == 0 and syllables.forms[position].isdecimal()
    if places == 3 and digits >= 1000 and "," in syllables.forms[position]:
        q.warnings.append("three_decimals")
    _sign(syllables, q)
    read_scale(syllables, q)
    read_unit(syllables, q)
    read_comparator(syllables, q)
    return q


def _spaced_group(syllables: Syllables, q: Quantity) -> None:
    """Join "1. 357 tỷ" and "9 ,1%": a blank beside the dot or comma, when a scale word or unit follows."""
    i = q.last
    if syllables.forms[i : i + 1] == [","] and not syllables.is_glued(i) and i + 1 < len(syllables) and syllables.is_glued(i + 1):
        _spaced_decimals(syllables, q)
        return
    if syllables.forms[i : i + 1] != ["."] or not syllables.is_glued(i) or i + 1 >= len(syllables):
        return
    group = syllables.forms[i + 1]
    if len(group) == 3 and group.isdecimal() and (
        SCALE_TABLE.match(syllables.codes, i + 2) or UNIT_TABLE.match(syllables.codes, i + 2)
    ):
        q.value, q.last = q.value * 1000 + int(group), i + 2
        q.warnings.append("spaced_thousands")


def _spaced_decimals(syllables: Syllables, q: Quantity) -> None:
    i = q.last
    decimals = syllables.forms[i + 1] if i + 1 < len(syllables) else ""
    if decimals.isdecimal() and len(decimals) <= 2 and (
        SCALE_TABLE.match(syllables.codes, i + 2) or UNIT_TABLE.match(syllables.codes, i + 2)
    ):
        q.value, q.last = (q.value * 10 ** len(decimals) + int(decimals)) / 10 ** len(decimals), i + 2
        q.warnings.append("spaced_decimals")


def _sign(syllables: Syllables, q: Quantity) -> None:
    """A minus or plus that is glued to the number and stands apart from what is before it."""
    i = q.number
    if i < 2 or syllables.forms[i - 1] not in "-–−+" or not syllables.is_glued(i):
        return
    if syllables.is_glued(i - 1) and syllables.forms[i - 2] not in "(:|" or syllables.forms[i - 2][-1].isdecimal():
        return
    q.first = i - 1
    if syllables.forms[i - 1] != "+":
        q.value = -q.value


def read_scale(syllables: Syllables, q: Quantity) -> None:
    """Take scale words behind the number: "triệu", "nghìn tỷ", "1 tỷ 250 triệu", "2 triệu rưỡi"."""
    found = SCALE_TABLE.match(syllables.codes, q.last)
    if found is None:
        glued = GLUED.get(syllables.lowered[q.last]) if q.last < len(syllables) else None
        if glued:
            q.scale, q.last, q.scaled, q.unit, q.name = glued, q.last + 1, True, MONEY, "VND"
        return
    q.last, q.scale = found
    q.scaled = True
    rest = syllables.forms[q.last] if q.last < len(syllables) else ""
    if rest.isdecimal() and q.scale >= 1e9:
        smaller = SCALE_TABLE.match(syllables.codes, q.last + 1)
        if smaller and smaller[1] < q.scale:
            q.value += int(rest) * smaller[1] / q.scale
            q.last = smaller[0]
    elif rest == "rưỡi":
        q.value, q.last = q.value + 0.5, q.last + 1


def read_unit(syllables: Syllables, q: Quantity) -> None:
    """Take the unit or counted noun behind the number, with "/…" parts."""
    if q.unit is None:
        found = match_unit(syllables, q.last)
        if found is None:
            if q.scale >= 1e6 and q.scaled:
                q.unit, q.name, q.bare_money = MONEY, "VND", True
                read_denominator(syllables, q)
            return
        end, q.unit = found
        first, q.last = q.last, end
        if q.unit.sign:
            q.name = q.unit.sign
        else:
            q.last = _coordinated(syllables, first, q.last)
            q.name = written(syllables, first, q.last)
    read_denominator(syllables, q)


def written(syllables: Syllables, first: int, last: int) -> str:
    """A unit as written, in lower case, with single blanks."""
    return " ".join(syllables.slice(first, last).lower().split())


def match_unit(syllables: Syllables, position: int) -> tuple[int, Unit] | None:
    """The unit in the lexicon that begins at a token, and where it ends."""
    found = UNIT_TABLE.match(syllables.codes, position)
    if found is None:
        return None
    end = found[0]
    form = syllables.forms[position]
    if len(form) == 1 and form.isupper() and syllables.is_glued(position):
        return None
    if end == position + 1 and end < len(syllables) and syllables.forms[end] in _EXPONENTS and syllables.is_glued(end):
        squared = UNITS.get(syllables.lowered[position] + syllables.forms[end])
        if squared is not None:
            return end + 1, squared
    return found


def _coordinated(syllables: Syllables, first: int, end: int) -> int:
    """Go on over ", thị trấn" or ", giáo viên, nhân viên": nouns that are counted together."""
    while syllables.codes[end : end + 1] in _AND:
        company = COMPANY.match(syllables.codes, first)
        found = COMPANY.match(syllables.codes, end + 1)
        if found is None or company is None or company[0] != end or syllables.forms[end + 1][0].isupper():
            break
        if company[1].isdisjoint(found[1]):
            break
        if found[0] < len(syllables) and syllables.forms[found[0]][0].isdecimal():
            break
        first, end = end + 1, found[0]
    return end


def read_denominator(syllables: Syllables, q: Quantity) -> None:
    """Take "/người/năm", "/ha", "/1 vạn dân"; in "tấn mía/ngày" the word between is no part of the unit."""
    codes = syllables.codes
    if codes[q.last + 1 : q.last + 2] == _SLASH and codes[q.last + 2 : q.last + 3] in _PERIODS:
        if syllables.forms[q.last].islower() and q.name != "%":
            q.last += 1
    while codes[q.last : q.last + 1] == _SLASH and q.last + 1 < len(codes):
        end = denominator_end(syllables, q.last + 1)
        if end is None or q.name == "%" and codes[q.last + 1] not in _PERIODS:
            return
        q.name = (q.name or "") + "/" + written(syllables, q.last + 1, end)
        q.last = end


def denominator_end(syllables: Syllables, position: int) -> int | None:
    """Where the noun, period or area behind a slash ends; None where none begins there."""
    start = position
    if syllables.forms[position] in _ROUND:
        position += 1
    scale = SCALE_TABLE.match(syllables.codes, position)
    if scale:
        position = scale[0]
    if position >= len(syllables) or PLAN.match(syllables.codes, position):
        return None
    found = match_unit(syllables, position)
    if found is not None:
        return found[0]
    if position > start or not syllables.forms[position].isalpha() or not syllables.forms[position][0].islower():
        return None
    return position + 1


def _is_denied_excess(syllables: Syllables, first: int, number: int) -> bool:
    """Whether "quá" before the number is denied a few words earlier ("không nghỉ quá 02 buổi")."""
    return syllables.lowered[first:number] == ["quá"] and "không" in syllables.lowered[max(0, first - 4) : first]


def read_comparator(syllables: Syllables, q: Quantity) -> None:
    """Take "trở lên" behind, "ít nhất", "trên", "từ", "gấp" before."""
    behind = BEHIND.match(syllables.codes, q.last)
    if behind:
        q.last, q.bound = behind
    first, kind = look_back(syllables.codes, q.first)
    if kind and kind != "none":
        q.first = first
        q.bound = q.bound or kind
        if _is_denied_excess(syllables, first, q.number):
            q.bound = "ceiling"
        outer, more = look_back(syllables.codes, first)
        if more == "from" or more == "about" and kind != "from":
            q.first = outer
    if syllables.lowered[q.last : q.last + 1] == ["rưỡi"] and q.unit is not None and q.unit.group == "measure":
        q.value, q.last = q.value + 0.5, q.last + 1
    if q.unit is UNITS["lần"] and q.first and syllables.codes[q.first - 1] == _TIMES_FACTOR:
        q.first -= 1
        outer, more = look_back(syllables.codes, q.first)
        if more and more != "none":
            q.first, q.bound = outer, q.bound or more


def read_words(syllables: Syllables, position: int) -> Quantity | None:
    """Read a number in words; "gấp đôi", "một nửa", "hai phần ba" and "hai con số" as well."""
    lowered = syllables.lowered
    if lowered[position] == "gấp":
        return _read_times(syllables, position)
    words = lowered[position : position + 12]
    q = _read_fixed(syllables, position, words)
    if q is not None:
        read_comparator(syllables, q)
        return q
    count = next((n for n, word in enumerate(words) if word not in NUMBER_WORDS), len(words))
    value, used = parse_words(words[:count])
    if not used:
        return None
    q = Quantity(position, position + used, position, value, kind="words")
    if value >= 1e6:
        q.scaled = True
        if match_unit(syllables, q.last) is None:
            q.unit, q.name = MONEY, "VND"
    read_unit(syllables, q)
    read_comparator(syllables, q)
    q.plain_integer = used == 1
    return q


def _read_times(syllables: Syllables, position: int) -> Quantity | None:
    factor = _TIMES.get(syllables.lowered[position + 1]) if position + 1 < len(syllables) else None
    if factor is None:
        return None
    q = Quantity(position, position + 2, position, factor, unit=UNITS["lần"], name="lần", kind="share")
    if syllables.lowered[q.last : q.last + 1] == ["lần"]:
        q.last += 1
    first, kind = look_back(syllables.codes, position)
    if kind and kind != "none":
        q.first, q.bound = first, kind
    return q


def _read_fixed(syllables: Syllables, position: int, words: list[str]) -> Quantity | None:
    """Fractions in words and "hai con số"."""
    if words[1:3] == ["con", "số"] and words[0] in ("hai", "2"):
        return Quantity(
            position, position + 3, position, 10.0, bound="floor", unit=UNITS["%"], name="%", kind="share"
        )
    if words[0] == "nửa" and words[1:2] and words[1] in ("tháng", "năm", "ngày"):
        q = Quantity(position, position + 1, position, 0.5, kind="words")
        read_unit(syllables, q)
        return q
    half = words[0] == "nửa" or words[:2] == ["một", "nửa"]
    if half:
        q = Quantity(position, position + 1 + (words[0] == "một"), position, 1.0, of=2.0, kind="share")
    elif len(words) > 2 and words[1] == "phần":
        part, whole = parse_words(words[:1])[0], parse_words(words[2:3])[0]
        if not part or not whole:
            return None
        q = Quantity(position, position + 3, position, part, of=whole, kind="share")
    else:
        return None
    noun_behind_so(syllables, q)
    return q


def noun_behind_so(syllables: Syllables, q: Quantity) -> None:
    """Take "số xã", "xã" behind a fraction."""
    start = q.last
    while start < len(syllables) and syllables.lowered[start] in ("số", "tổng"):
        start += 1
    found = match_unit(syllables, start)
    if found and found[1].dimension == "count" and (start > q.last or found[1].group != "matter"):
        q.last, q.unit = found
        q.name = written(syllables, start, q.last)

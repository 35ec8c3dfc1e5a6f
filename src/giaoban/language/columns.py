"""The cells of a line that is set in columns by wide gaps: the two halves of a letterhead, the signatures side by side.

>>> [cell[0] for cell in CELL.finditer("TỈNH ỦY HẢI DƯƠNG      ĐẢNG CỘNG SẢN VIỆT NAM")]
['TỈNH ỦY HẢI DƯƠNG', 'ĐẢNG CỘNG SẢN VIỆT NAM']
"""

from __future__ import annotations

import re

#: Words with at most two blanks between them.
CELL = re.compile(r"\S+(?:[^\S\n\t]{1,2}\S+)*")

"""Texts that break careless programs, collected for these tests."""

# ruff: noqa: RUF001 - odd letters are what they are here for

PLAIN = (
    "-",
    "null",
    "undefined",
    "NaN",
    "true",
    "1e400",
    "0x1F",
    "-0",
    "١٢٣٤",
    "１２３",
    "1,000,00",
    "' OR ''='",
    "Robert'); SELECT 1; --",
    "<b onmouseover=alert(1)>x</b>",
    "%s %d %(name)s {0} {name}",
    "${jndi:x} $(id) `id`",
    "=1+1",
    "@sum(a1)",
    "../../../etc/passwd",
    "C:\\con\\aux.txt",
    "line one\nline two\ttabbed",
    "O'Brien-Sǫ́lveig “quoted” ‘Straße’ İstanbul ǅ",
    "مطالبة رقم ٧ عن حادث",
    "תְּבִיעָה מִסְפָּר שֶׁבַע",
    "z̸̢̛̗͎̿̍͊ą̶̛l̷͕͛g̴̙̕o̵͎͑",
    "e\u0301 vs é, ﬁ ligature, ẞ",
    "👩‍👩‍👧‍👦 🏳️‍🌈 🇬🇧 \U0001f9ff",
    "\u202etxet desrever\u202c",
    "zero\u200bwidth\u200djoin\ufeffmark",
    "漢字かな交じり文 한국어 ไทย ᚠᛇᚻ",
    "\u2028separator\u2029",
    "a" * 119,
)
CONTROL = ("nul\x00here", "\x07bell", "esc\x1b[31m", "\x7fdelete", "lone \ud800 surrogate")
ONE, LONG = "Ü", "ab c " * 800
EVERYTHING = (*PLAIN, *CONTROL, ONE, LONG)
FILE_NAMES = (
    "مطالبات.csv",
    "a'b;c & d.csv",
    "👩‍👧 claims.csv",
    "\u202evsc.csv",
    "%s {0}.csv",
    " leading and trailing .csv",
    "new\nline.csv",
    "bytes \udcff\udcfe.csv",
    "x" * 200 + ".csv",
)

"""Tables as people really save them."""

import codecs
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import BadFile
from app.files import Reject, Table, open_table

THREE = "make,price\nHonda,100\nFord,200\nMazda,300\n"


@pytest.fixture
def table(tmp_path: Path):
    def write_and_open(content: str | bytes, name: str = "claims.csv") -> Table:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return open_table(path)

    return write_and_open


def rows(opened: Table, size: int = 20_000) -> dict[int, list[str]]:
    return {
        number: list(cells)
        for chunk in opened.chunks(size)
        for number, cells in zip(chunk.index, chunk.itertuples(index=False), strict=True)
    }


def sentence(error: pytest.ExceptionInfo[BadFile]) -> str:
    assert "\n" not in error.value.message
    assert error.value.message.endswith(".")
    return error.value.message


@pytest.mark.parametrize(
    "content",
    [
        THREE,
        THREE.replace("\n", "\r\n"),
        THREE.replace(",", ";"),
        THREE.replace(",", "\t"),
        THREE.replace(",", "|"),
        "sep=;\r\n" + THREE.replace(",", ";"),
        THREE.removesuffix("\n"),
        THREE.replace("\n", "\n\n"),
        codecs.BOM_UTF8 + THREE.encode(),
        THREE.encode("utf-16"),
        THREE.encode("utf-16-le"),
        THREE.encode("utf-16-be"),
        THREE.encode("utf-32"),
    ],
    ids=[
        "plain",
        "crlf",
        "semicolon",
        "tab",
        "bar",
        "declared",
        "unended",
        "blank",
        "bom",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
    ],
)
def test_the_same_table_is_read_in_every_dialect_and_encoding(table, content: str | bytes):
    opened = table(content)

    found = rows(opened)

    assert opened.columns == ["make", "price"]
    assert found == {1: ["Honda", "100"], 2: ["Ford", "200"], 3: ["Mazda", "300"]}
    assert opened.rejects == []


def test_rows_keep_their_numbers_across_chunks_and_a_second_reading(table):
    opened = table(THREE + "short\n")

    first, second = rows(opened, size=2), rows(opened, size=1)

    assert list(first) == [1, 2, 3]
    assert first == second
    assert len(opened.rejects) == 1


def test_leading_zeros_and_spaces_are_kept(table):
    opened = table("code,name\n007, Bond \n")

    assert rows(opened) == {1: ["007", " Bond "]}


def test_decimal_commas_do_not_win_over_semicolons(table):
    opened = table("a;b\n1,5;2,5\n3,5;4,5\n")

    assert rows(opened) == {1: ["1,5", "2,5"], 2: ["3,5", "4,5"]}


def test_quoted_cells_may_hold_delimiters_quotes_and_lines(table):
    opened = table('a,b\n"x, y","say ""hi""\nand go"\n')

    assert rows(opened) == {1: ["x, y", 'say "hi"\nand go']}


def test_a_windows_file_keeps_its_accents(table):
    opened = table("name,city\nRené,Orléans\n".encode("cp1252"))

    assert rows(opened) == {1: ["René", "Orléans"]}


def test_a_damaged_row_of_a_utf_8_file_is_rejected_with_its_column(table):
    opened = table("naïve,city\nRené,Orléans\nAna,".encode() + b"K\xf6ln\nZoe,Berlin\n")

    found = rows(opened)

    assert list(found) == [1, 3]
    assert opened.rejects == [
        Reject(2, "city", "the text is damaged or in another encoding (save the file as UTF-8)"),
    ]


def test_ragged_rows_are_rejected_and_the_others_kept(table):
    opened = table("a,b,c\n1,2,3\n1,2\n1,2,3,4\n4,5,6\n")

    found = rows(opened)

    assert list(found) == [1, 4]
    assert opened.rejects == [
        Reject(2, "c", "the row has 2 cells instead of 3"),
        Reject(3, "", "the row has 4 cells instead of 3"),
    ]


def test_empty_cells_after_the_last_column_do_no_harm(table):
    opened = table("a,b\n1,2,,\n")

    assert rows(opened) == {1: ["1", "2"]}


def test_a_file_cut_off_in_the_middle_loses_only_its_last_row(table):
    opened = table('a,b\n1,"x"\n2,"y"\n3,"z')

    found = rows(opened)

    assert list(found) == [1, 2]
    assert [reject.row for reject in opened.rejects] == [3]


def test_a_quote_left_open_costs_one_row_and_not_all_that_follow(table):
    opened = table('a,b\n1,x\n2,"y\n3,z\n4,z\n')

    found = rows(opened)

    assert list(found) == [1, 3, 4]
    assert opened.rejects == [
        Reject(2, "", "the quotation marks of this row are not closed"),
    ]


def test_an_empty_row_between_others_is_rejected(table):
    opened = table("a,b\n1,2\n,\n3,4\n")

    assert list(rows(opened)) == [1, 3]
    assert opened.rejects == [Reject(2, "", "the row is empty")]


def test_a_row_of_zero_bytes_after_a_crash_is_rejected(table):
    opened = table(b"a,b\n" + b"1,2\n" * 2000 + b"\x00\x00\x00,\x00\n")

    assert len(rows(opened)) == 2000
    assert [reject.row for reject in opened.rejects] == [2001]


def test_two_hundred_columns_are_no_trouble(table):
    names = [f"c{number}" for number in range(200)]

    opened = table(",".join(names) + "\n" + ",".join("x" * 200) + "\n")

    assert opened.columns == names
    assert rows(opened) == {1: ["x"] * 200}


def test_columns_without_a_name_are_named_by_their_place(table):
    opened = table("a,,c\n1,2,3\n")

    assert opened.columns == ["a", "column 2", "c"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is empty"),
        ("a,b\n", "no claims below"),
        ("\n\n", "no header"),
        (",,\n1,2,3\n", "no header"),
        ("a,b,a\n1,2,3\n", "names the column a twice (columns 1 and 3)"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20, "neither text nor a workbook"),
        (b"PK\x03\x04 and nothing else", "damaged or not a workbook"),
        (b"caf\xc3\xa9,na\xefve\n1,2\n" + "é,é\n".encode(), "header of claims.csv is damaged"),
    ],
    ids=["empty", "header", "blank", "unnamed", "twice", "picture", "zip", "header bytes"],
)
def test_an_unusable_file_is_refused_in_one_sentence(table, content: str | bytes, words: str):
    with pytest.raises(BadFile) as error:
        table(content)

    assert words in sentence(error)


def test_a_missing_file_or_a_folder_is_refused_in_one_sentence(tmp_path: Path):
    for path in (tmp_path / "nothing.csv", tmp_path):
        with pytest.raises(BadFile) as error:
            open_table(path)

        assert "cannot be read" in sentence(error)


def test_a_table_of_too_many_columns_is_refused(table):
    with pytest.raises(BadFile, match="16,385 columns"):
        table("\n".join([",".join(f"c{number}" for number in range(16_385)), "x"]))


@given(st.binary(max_size=60).map(b"a,b\n".__add__))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_the_bytes_are_every_row_is_found_somewhere(tmp_path: Path, content: bytes):
    path = tmp_path / "claims.csv"
    path.write_bytes(content)

    try:
        opened = open_table(path)
    except BadFile:
        return
    numbers = [*rows(opened), *(reject.row for reject in opened.rejects)]

    assert sorted(numbers) == [*range(1, len(numbers) + 1)]


def test_a_zero_byte_rejects_its_row_alone(table):
    opened = table(THREE.replace("Ford", "Fo\0rd"))

    kept = rows(opened)

    assert [*kept] == [1, 3]
    assert opened.rejects == [
        Reject(2, "make", "the text is damaged or in another encoding (save the file as UTF-8)")
    ]


def test_an_overlong_cell_rejects_its_row_alone(table):
    opened = table(THREE.replace("Ford", "F" * 200_000))

    kept = rows(opened)

    assert [*kept] == [1, 3]
    assert opened.rejects == [
        Reject(2, "", "a cell is longer than the 131,072 letters that can be read")
    ]

"""What is known of the words of single languages: one table each. A language without a table is read by its digits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache


def _counted(text: str) -> dict[str, int]:
    """Return words with their values from ``two deux 2; three trois 3`` (the value stands last)."""
    rows = (row.split() for row in text.split(";") if row.strip())
    return {word: int(row[-1]) for row in rows for word in row[:-1]}


@dataclass(frozen=True)
class WordTable:
    """Words of one language that say something a check compares.

    ``numbers`` must be said in the other language too. ``hints`` may be said without a number there
    (``both``, ``twice``, a new ``neuf``): they explain a number on the other side and ask for none.
    ``scales`` multiply what precedes them. ``percent`` is a pattern. ``units`` are further words for
    day, week, month, year, hour and minute, ``money`` currencies, ``unsure`` months that are other words
    too, ``months`` further short names of months.
    """

    numbers: Mapping[str, int] = field(default_factory=dict)
    hints: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    percent: str = "%"
    units: Mapping[str, str] = field(default_factory=dict)
    money: Mapping[str, str] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    months: Mapping[str, int] = field(default_factory=dict)


_ENGLISH = WordTable(
    numbers=_counted(
        "two 2; three third 3; four fourth 4; five fifth 5; six sixth 6; seven seventh 7; eight eighth 8; nine ninth 9;"
        "ten tenth 10; eleven eleventh 11; twelve twelfth 12; thirteen thirteenth 13; fourteen fourteenth 14;"
        "fifteen fifteenth 15; sixteen sixteenth 16; seventeen seventeenth 17; eighteen eighteenth 18;"
        "nineteen nineteenth 19; twenty twentieth 20; thirty thirtieth 30; forty fortieth 40; fifty fiftieth 50;"
        "sixty 60; seventy 70; eighty 80; ninety 90; hundred 100; thousand 1000; million 1000000; billion 1000000000"
    ),
    hints=_counted(
        "zero 0; one once first single 1; both twice second double pair couple half halves fortnight 2;"
        "thirds thrice triple trilingual quarterly 3; quarter quarters 4; decade decades 10; dozen 12"
    ),
    scales=_counted("hundred 100; thousand 1000; million millions 1000000; billion billions 1000000000"),
    percent=r"%|per\s?cent\b",
    units={"hours": "hour", "fortnight": "fortnight"},
    money={"dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "franc": "CHF", "francs": "CHF"},
    unsure=frozenset({"march", "may"}),
    months={"sept": 9},
)
_FRENCH = WordTable(
    numbers=_counted(
        "deux 2; trois troisième 3; quatre quatrième 4; cinq cinquième 5; six sixième 6; sept septième 7;"
        "huit huitième 8; neuvième 9;"
        "dix dixième 10; onze onzième 11; douze douzième 12; treize treizième 13; quatorze quatorzième 14;"
        "quinze quinzième 15; seize seizième 16; vingt vingts vingtième 20; trente trentième 30;"
        "quarante quarantième 40; cinquante cinquantième 50; soixante 60; septante 70; huitante octante 80;"
        "nonante 90; cent cents centième 100; mille 1000; million millions 1000000; milliard milliards 1000000000"
    ),
    hints=_counted(
        "zéro 0; un une premier première premiers premières 1;"
        "deuxième second seconde double paire moitié biennal biennale 2;"
        "tiers trimestre trimestres trimestriel trimestrielle trilingue triple triennal triennale 3; quart quarts 4;"
        "quinquennal quinquennale quinquennaux quinquennales 5; semestre semestres 6; neuf neuve neufs neuves 9;"
        "dizaine décennie décennal décennale 10; douzaine 12; quinzaine 15; centaine 100; millier 1000"
    ),
    scales=_counted("cent cents 100; mille 1000; million millions 1000000; milliard milliards 1000000000"),
    percent=r"%|pour\s?cents?\b",
    units={"année": "year", "années": "year"},
    money={"dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "franc": "CHF", "francs": "CHF"},
    unsure=frozenset({"mars"}),
)
_SPANISH = WordTable(
    numbers=_counted(
        "dos 2; tres tercer tercero tercera 3; cuatro 4; cinco quinto quinta 5; seis sexto sexta 6; "
        "siete séptimo séptima 7; ocho octavo octava 8; nueve noveno novena 9; diez décimo décima 10;"
        "undécimo undécima 11;"
        "doce duodécimo duodécima 12; trece decimotercero decimotercera 13; catorce decimocuarto decimocuarta 14;"
        "quince decimoquinto decimoquinta 15; dieciséis 16; diecisiete 17; dieciocho 18; diecinueve 19;"
        "veinte vigésimo vigésima 20; veintiuno veintiuna veintiún 21; veintidós 22; veintitrés 23; veinticuatro 24;"
        "veinticinco 25; veintiséis 26; veintisiete 27; veintiocho 28; veintinueve 29; treinta 30; cuarenta 40;"
        "cincuenta 50; sesenta 60; setenta 70; ochenta 80; noventa 90; cien ciento 100; doscientos doscientas 200;"
        "trescientos trescientas 300; cuatrocientos cuatrocientas 400; quinientos quinientas 500; mil 1000;"
        "millón millones 1000000"
    ),
    hints=_counted(
        "cero 0; un uno una primer primero primera primeros primeras 1;"
        "ambos ambas segundo segunda doble par mitad bienal 2;"
        "tercio tercios trimestre trimestres trimestral trilingüe triple trienal 3; cuarto cuarta cuartos 4;"
        "quinquenal quinquenales 5; semestre semestres 6; decena década decenio decenal 10; once 11; docena 12;"
        "quincena 15; centenar 100; millar 1000"
    ),
    scales=_counted("mil 1000; millón millones 1000000"),
    percent=r"%|por\s?ciento\b|por\s?100\b",
    money={"dólar": "USD", "dólares": "USD", "euro": "EUR", "euros": "EUR", "franco": "CHF", "francos": "CHF"},
)
_TABLES = {"en": _ENGLISH, "fr": _FRENCH, "es": _SPANISH}


@cache
def word_table(language: str) -> WordTable | None:
    """Return the table of a language by its code without country (``fr``); None if there is none."""
    return _TABLES.get(language)

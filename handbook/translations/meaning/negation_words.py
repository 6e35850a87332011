"""How languages say no: one table each. In a language without a table, nothing is said of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class NegationTable:
    """The cues of one language, as patterns.

    ``firm`` are those that deny the sentence they stand in, and that another language must render somehow.
    ``any`` are all words that may render a negation, or that another language may render with one: those,
    *without*, *lack*, *only*, *unclear*. Many too many is right: they only keep the check silent. They are
    looked for in small letters.
    """

    firm: re.Pattern[str]
    any: re.Pattern[str]


def _table(firm: str, other: str) -> NegationTable:
    return NegationTable(re.compile(firm), re.compile("".join(other.split())))


_ENGLISH = _table(
    r"\b(?:[Nn](?:o|ot|ever|either|obody|othing)|[Cc]annot)\b"
    r"(?!-|\.?\s?\d| (?:later|earlier|sooner|more|less|fewer|matter|doubt|until|to mention|least|hesitate|forget)\b)"
    r"(?<!\bor not)(?<!\bif not)|n[’']t\b(?! (?:hesitate|forget)\b)",
    r"""n[’']t\b|\b(?:
    not|never|cannot|neither|nor|no|nobody|nothing|none|nowhere|without|unless|except\w*|lack\w*|only|alone|but|
    other\sthan|more\sthan|less\sthan|rather|instead|avoid\w*|prevent\w*|refus\w*|fail\w*|absen\w*|few\w*|little|
    hardly|scarcely|rarely|seldom|barely|outside|out\sof|before|until|till|exclu\w*|den(?:y|ie[sd]|ying|ial)|reject\w*|
    beyond|stop\w*|ceas\w*|otherwise|missing|miss|forbid\w*|prohibit\w*|ban\w*|non\w*|un(?!i|der|til)\w{3,}|
    in(?:adequa|suffici|valid|comple|equal|equit|abil|capa|consist|appropria|formal|eff|dependen|visib|secur|just)\w*|
    im(?:possib|proper|matur|parti)\w*|il(?:legal|legit|leg)\w*|ir(?:regul|resp|relev)\w*|
    dis(?!cuss|trib|play|tinc|trict|pute|aster|eas)\w+|\w{3,}less\w*|too|far\sfrom|waiv\w*|void|vacan\w*|free|
    different\w*|differ|separate\w*|yet|still|whether|ignor\w*|forget\w*|forgot\w*|doubt\w*|oppos\w*|against|contrary|
    end(?:s|ed)|expir\w*|remain\w*|last|hesitat\w*|mere\w*|any\w*|ever|at\sleast|at\smost|than|whatever|regardless
    )\b""",
)
_FRENCH = _table(
    r"\b(?:[Nn]e |[Nn][’'])(?!\s?(?:importe|hésite|oublie))"
    r"(?=(?:[^\s.;:!?]+\s){0,6}?[^\s.;:!?]*\b(?:pas|plus|jamais|aucune?|ni|rien|personne|nulle?|point|guère)\b)",
    r"""\bn[’']|\b(?:
    ne|non|pas|sans|aucune?s?|ni|sauf|faute|manqu\w+|jamais|rien|nulle?s?|hors|hormis|exce(?:pt|ss)\w+|excl\w*|plutôt|
    évit\w+|empêch\w+|refus\w+|rejet\w+|sinon|contraire\w*|à\sdéfaut|absen\w+|peu|rare\w*|interdi\w*|dépourvu\w*|
    priv(?:é|er|ation)\w*|cess\w+|autres?\sque|autrement|guère|personne|au\slieu|abst\w+|
    in(?:comp|suff|util|éga|équi|vali|exac|chang|conn|access|cert|apt|capa|exist|just|app|adap|adé|trouv|dép|vis|achev|édit)\w*|
    im(?:poss|prop|pay)\w*|ill[éi]\w+|irr\w+|désacc\w+|rest\w*\sà|loin|seul\w*|uniquement|simple\w*|indépend\w+|
    à\s(?:jour|traduire|vérifier|confirmer|faire|préciser|venir)|ignor\w+|oubli\w+|dout\w+|exempt\w*|contest\w+|
    quel\w*\sque?|au\s(?:plus|moins)|fermé\w*|vide\w*|vacant\w*|libre\w*|différen\w*|contre|trop|périm\w+|expir\w+|
    échou\w+|échec\w*|omet\w+|omis\w*|renonc\w+|avant
    )\b""",
)
_SPANISH = _table(
    r"\b(?:[Nn]o(?:\s[^\s.;:]+){1,3}?\s(?:nunca|jamás|tampoco)|[Nn]o|[Nn]unca|[Jj]amás|[Tt]ampoco)\b"
    r"(?! (?:solo|sólo|obstante|más|menos|duden?|olviden?|nunca|jamás|\w+(?:ción|sión|encia)e?s?)\b)(?<!\bo no)"
    r"(?<!\bque no)",
    r"""\b(?:
    no|nunca|jamás|tampoco|nadie|ni|sin|salvo|excepto|excl\w+|fal(?:ta|te|tó)\w*|carec\w+|carente\w*|caren\w+|
    en\s(?:vez|lugar)|evit\w+|impid\w+|imped\w*|rechaz\w+|rehús\w+|neg(?:ar|ad|ó|arse|ativ)\w*|solo|sólo|sola|
    únic\w+|sino|ausen\w+|poc[oa]s?|rar[oa]\w*|apenas|prohib\w+|dej\w+\sde|ces(?:ar|a|ó|e)\w*|fuera|menos|
    más\sque|a\smás\stardar|como\smáximo|
    in(?:comp|suf|útil|váli|exac|cier|cap|exist|just|adec|dep|vis|alter|édit|equi|seg|formal)\w*|
    im(?:pos|prop|pag)\w*|ileg\w+|irr\w+|desig\w*|desac\w*|descon\w*|lejos|al\sdía|libre\w*|
    por\s(?:traducir|comprobar|confirmar|hacer|precisar|venir)|ignor\w+|olvid\w+|dud(?:a|an|ar|os\w+)|exent\w*|cualquier\w*|
    cerrad\w+|vac[íi][oa]s?|diferen\w*|distint\w*|contra|contrari[oa]\w*|demasiad\w*|caduc\w+|vencid\w+|fracas\w+|
    omit\w+|renunci\w+|antes|(?:aún|todavía)\spor|pendiente\w*|independ\w+|mer[oa]\w*
    )\b|\b(?:en\sningún\s(?:caso|momento)|de\sningún\smodo|de\sninguna\smanera|nada\s(?:dice|tiene))\b|
    (?:^|[.,;:(«¿¡“–]\s?|\b(?:que|quien(?:es)?|y|e|o|u|si|cuando|donde|como|casi|porque|pero|aunque)\s)
    (?:(?:de|en|a|por|con|bajo|para)\s)?(?:ning[uú]n\w*|nada)\b""",
)
_TABLES: Mapping[str, NegationTable] = {"en": _ENGLISH, "fr": _FRENCH, "es": _SPANISH}


def negation_table(language: str) -> NegationTable | None:
    """Return the table of a language by its code without country (``fr``); None if there is none."""
    return _TABLES.get(language)

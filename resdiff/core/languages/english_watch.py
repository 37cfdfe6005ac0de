"""English: terms over which delegations are known to negotiate, so that their coming or going matters.

Source: the debates of the General Assembly, its Third Committee, the Human Rights Council, the Security
Council and the conferences on climate, as explanations of vote and proposed amendments record them.
"""

from __future__ import annotations

WATCHED = (
    # sovereignty and the use of force
    "inalienable right",
    "self-determination",
    "territorial integrity",
    "political independence",
    "without interference",
    "non-interference",
    "internal affairs",
    "foreign occupation",
    "occupying Power",
    "annexation",
    "responsibility to protect",
    "all necessary means",
    "all necessary measures",
    "Chapter VII",
    "use of force",
    "arms embargo",
    "sanctions",
    "unilateral coercive measures",
    "ceasefire",
    "two-State solution",
    # crimes and who answers for them
    "genocide",
    "crimes against humanity",
    "war crimes",
    "ethnic cleansing",
    "apartheid",
    "aggression",
    "International Criminal Court",
    "universal jurisdiction",
    "commission of inquiry",
    "fact-finding mission",
    # rights and the family
    "sexual and reproductive health",
    "reproductive rights",
    "sexual orientation",
    "gender identity",
    "sexuality education",
    "bodily autonomy",
    "intersecting forms of discrimination",
    "death penalty",
    "human rights defenders",
    "civic space",
    "defamation of religions",
    # climate, trade, money
    "common but differentiated responsibilities",
    "loss and damage",
    "fossil fuels",
    "phase-out",
    "phase-down",
    "historical responsibility",
    "policy space",
    "technology transfer",
    "intellectual property",
    "equitable access",
    "global public good",
    "debt relief",
    "illicit financial flows",
    "international financial architecture",
    "legally binding instrument",
    # phrases of a school
    "community of shared future",
    "shared future for humankind",
    "win-win cooperation",
    "rules-based order",
    "human rights-based approach",
    # arms
    "nuclear deterrence",
    "no first use",
    "autonomous weapons",
    "humanitarian consequences of nuclear weapons",
)
"""The watch list that ships: a term that no longer stands in a text, or newly stands in it, matters."""
ONE_TERM = {
    "transfer of technology": "technology transfer",
    "transfer of technologies": "technology transfer",
}
"""Terms that are written in two ways, in lower case, with the way that stands for both."""

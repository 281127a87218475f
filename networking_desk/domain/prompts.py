"""Questions that bring companies and people to mind, for a list that is still short."""

from __future__ import annotations

COMPANIES = (
    "Where would you work tomorrow if they asked you?",
    "Which companies did your last employers compete with?",
    "Who bought from the places you worked at? Who sold to them?",
    "Whose products or services do you like, and use?",
    "Which companies do you pass on your way?",
    "Which companies are growing, moving or opening a site near you?",
    "Which smaller companies do the same as a large one on your list?",
    "Which companies does your trade’s magazine or fair show?",
    "Where would somebody with your trade go who wants another industry?",
)
PEOPLE = (
    "Former colleagues: where do they work now?",
    "Former bosses, and people you led",
    "Classmates and teachers",
    "Suppliers you dealt with",
    "Customers you dealt with",
    "Consultants, accountants, lawyers, recruiters you met",
    "Neighbours, and parents at the school",
    "Family, and the people they work with",
    "Your club, team, choir, church or union",
    "People you met at fairs, courses and talks",
)

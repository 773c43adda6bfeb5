"""First names: who may be called by which, for short."""

_SHORT_OF = {
    "alessandro": "ale sandro alex", "giuseppe": "beppe peppe", "filippo": "pippo", "luigi": "gigi", "gianluigi": "gigi",
    "lorenzo": "lollo", "josep": "pep", "robert": "bob bobby rob", "william": "will bill billy", "andrew": "andy drew",
    "anthony": "tony", "emiliano": "dibu", "federico": "fede chicco", "francisco": "paco fran kiko", "jose": "pepe zé ze",
    "michael": "mike mick micky", "richard": "dick rick", "edward": "ed eddie ted", "christopher": "chris kit",
    "lionel": "leo", "emmanuel": "manu", "manuel": "manu lolo", "mohamed": "mo momo", "matthew": "matt", "dominic": "dom",
    "giovanni": "gio giò nanni", "salvatore": "toto sasa", "antonio": "toni tonino", "massimiliano": "max", "james": "jim jimmy",
}  # fmt: skip


def is_form_of(given: str, name: str) -> bool:
    """Whether somebody of that full name may be called by that first name, initial or diminutive.

    >>> is_form_of("rafa", "rafael leao"), is_form_of("l", "lautaro martinez"), is_form_of("filippo", "simone inzaghi")
    (True, True, False)
    """
    words = name.split()
    return any(
        word == given
        or ((len(given) == 1 or len(given) >= 3) and word.startswith(given))
        or given in _SHORT_OF.get(word, "").split()
        for word in words[:-1] or words
    )

"""Feeds: the stories of a team, a person, a match ... as RSS, Atom and JSON Feed, and the list of all feeds as OPML."""

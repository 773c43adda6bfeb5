"""Pure functions that fold rows into what readers look for; no Django, no database."""

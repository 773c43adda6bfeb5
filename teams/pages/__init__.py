"""What each page of facts shows, gathered in a number of queries that does not depend on how many rows it has."""

"""The grammar of Arabic news: rules as values, one dimension a room, over the levels of the engine."""

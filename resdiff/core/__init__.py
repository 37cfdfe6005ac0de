"""The core: functions from text to immutable values, without input, output, database or clock."""

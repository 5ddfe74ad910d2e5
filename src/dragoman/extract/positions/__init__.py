"""Forecasts, conditionals and claims about the order itself."""

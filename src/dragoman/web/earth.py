"""The world on a flat page: the Equal Earth projection (Šavrič, Patterson and Jenny 2018), which keeps areas equal."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

WIDTH, HEIGHT = 1000, 487  # of the drawing; Equal Earth is 2.0546 times as wide as high

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2
_SCALE = WIDTH / 5.41325873  # the projection's width on a sphere of radius 1


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Return where a point of the earth (degrees, WGS 84) lies on the drawing."""
    angle = asin(_M * sin(radians(latitude)))
    square = angle * angle
    sixth = square**3
    x = radians(longitude) * cos(angle) / (_M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)))
    y = angle * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    return round(WIDTH / 2 + x * _SCALE, 1), round(HEIGHT / 2 - y * _SCALE, 1)

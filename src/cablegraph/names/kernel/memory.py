"""Reading numbers from the memory of arrays by their address: what keeps compiled calls small.

A compiled function that is handed an array counts a reference to it; here dozens of short calls make one comparison, and the counting
would cost more than the work. So the arrays of a ``Book`` and of the ``Tables`` are known to compiled code by address.

The trap: nothing here holds the arrays alive or looks at bounds. ``layout.Book`` and ``layout.Tables`` hold them, and whoever calls an ``entry``
holds those.
"""

from collections.abc import Callable
from typing import Any, cast

from numba.core import types
from numba.extending import intrinsic


def _reader(stored: types.Type, result: types.Type) -> Callable[[int, int], Any]:
    """A function (address, index) that reads one number of an array."""

    def read(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        address, index = arguments
        pointer = builder.inttoptr(address, context.get_value_type(stored).as_pointer())
        return context.cast(builder, builder.load(builder.gep(pointer, [index])), stored, result)

    def typed(_typing: Any, _address: Any, _index: Any) -> Any:
        return result(types.int64, types.int64), read

    typed.__name__ = typed.__qualname__ = f"read_{stored}"
    return cast("Callable[[int, int], Any]", intrinsic(typed))


int_at: Callable[[int, int], int] = _reader(types.int32, types.int64)
unit_at: Callable[[int, int], int] = _reader(types.uint16, types.int64)
byte_at: Callable[[int, int], int] = _reader(types.uint8, types.int64)
float_at: Callable[[int, int], float] = _reader(types.float64, types.float64)

"""Clusters under judgement: what a person has joined or parted stays so, whatever a score says.

``join`` refuses to bring together two members that a person, or a conflict found by the caller, has parted, however long the chain between them.
"""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Clusters(Generic[Key]):
    """Disjoint clusters with pairs that must stay apart."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self._root: dict[Key, Key] = {key: key for key in keys}
        self._members: dict[Key, set[Key]] = {key: {key} for key in self._root}
        self._apart: dict[Key, set[Key]] = {}
        self._sealed: set[Key] = set()

    def root(self, key: Key) -> Key:
        """The key that stands for the cluster of this one."""
        while self._root[key] != key:
            self._root[key] = self._root[self._root[key]]
            key = self._root[key]
        return key

    def members(self, key: Key) -> set[Key]:
        """The cluster of this key."""
        return self._members[self.root(key)]

    def part(self, a: Key, b: Key) -> None:
        """Let two keys never come into one cluster; a cluster that holds both already stays."""
        self._apart.setdefault(a, set()).add(b)
        self._apart.setdefault(b, set()).add(a)

    def seal(self, key: Key) -> None:
        """Let nothing more come into the cluster of this key, and it into no other."""
        self._sealed.add(key)

    def may_join(self, a: Key, b: Key) -> bool:
        """Whether no pair keeps the two clusters apart; a seal is not looked at, so that a person can be asked."""
        small, large = sorted((self.members(a), self.members(b)), key=len)
        return not any(self._apart.get(key, set()) & large for key in small)

    def join(self, a: Key, b: Key) -> bool:
        """Bring two clusters together; false where they must stay apart."""
        x, y = self.root(a), self.root(b)
        if x == y:
            return True
        if not self.may_join(a, b) or (
            self._sealed and not self._sealed.isdisjoint(self._members[x] | self._members[y])
        ):
            return False
        if len(self._members[x]) < len(self._members[y]):
            x, y = y, x
        self._root[y] = x
        self._members[x] |= self._members.pop(y)
        return True

    def all(self) -> Iterable[set[Key]]:
        """Every cluster."""
        return self._members.values()

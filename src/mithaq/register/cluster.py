"""Clusters: which nodes are mentions of one thing.

Average linkage over the pairs that are alike at all, the most alike first, under constraints: what a person has joined
stays together, what a person has parted stays apart, and mentions that exclude each other (two exact days in one report)
are not joined. The result depends on the set of nodes only: ties are broken by the nodes' own order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from mithaq.register.features import Node
from mithaq.register.likeness import JOIN, LINK, View, compare, view

Pair = tuple[int, int]


class Clusters:
    """The clusters of some nodes, with the score and the reasons by which each node is where it is."""

    def __init__(
        self, nodes: Iterable[Node], together: Callable[[Node, Node], bool], apart: Callable[[Node, Node], bool]
    ) -> None:
        self.nodes = sorted(nodes, key=lambda n: (*n.order, n.id))
        self.views: list[View] = [view(n) for n in self.nodes]
        self.scores: dict[Pair, float] = {}
        self.reasons: dict[Pair, list[str]] = {}
        self.forced: set[Pair] = set()
        self._compare(together, apart)

    def _compare(self, together: Callable[[Node, Node], bool], apart: Callable[[Node, Node], bool]) -> None:
        posting: dict[str, list[int]] = {}
        pairs: set[Pair] = set()
        for i, v in enumerate(self.views):
            for token in v.tokens or {"-"}:
                for j in posting.setdefault(token, []):
                    pairs.add((j, i))
                posting[token].append(i)
        judged = [i for i, n in enumerate(self.nodes) if n.features.get("judged")]
        pairs.update((min(i, j), max(i, j)) for i in judged for j in range(len(self.nodes)) if i != j)
        for i, j in sorted(pairs):
            a, b = self.nodes[i], self.nodes[j]
            if a.kind != b.kind:
                continue
            if together(a, b):
                self.forced.add((i, j))
                self.scores[i, j], self.reasons[i, j] = 1.0, ["a person joined them"]
            elif apart(a, b):
                self.scores[i, j], self.reasons[i, j] = -100.0, ["a person parted them"]
            elif _exclude(a, b, self.views[i], self.views[j]):
                self.scores[i, j], self.reasons[i, j] = -3.0, ["two days in one report"]
            else:
                score, reasons = compare(self.views[i], self.views[j])
                if score > 0:
                    self.scores[i, j], self.reasons[i, j] = score, reasons

    def components(self) -> list[list[Node]]:
        """The nodes in groups that no strong likeness joins."""
        parent = list(range(len(self.nodes)))
        for (i, j), score in self.scores.items():
            if score >= LINK or (i, j) in self.forced:
                parent[_root(parent, i)] = _root(parent, j)
        return self._groups(parent)

    def wholes(self) -> list[list[Node]]:
        """The nodes in groups of one thing each."""
        count = len(self.nodes)
        parent = list(range(count))
        size = [1] * count
        sums: list[dict[int, float]] = [{} for _ in range(count)]
        for (i, j), score in self.scores.items():
            sums[i][j] = sums[j][i] = score
        order = sorted(self.scores.items(), key=lambda x: (x[0] not in self.forced, -round(x[1], 6), x[0]))
        for (i, j), score in order:
            if score < LINK:
                break
            a, b = _root(parent, i), _root(parent, j)
            if a == b:
                continue
            mean = sums[a].get(b, 0.0) / (size[a] * size[b])
            if mean < JOIN and (i, j) not in self.forced:
                continue
            if size[a] < size[b] or (size[a] == size[b] and a > b):
                a, b = b, a
            parent[b] = a
            size[a] += size[b]
            for other, total in sums[b].items():
                if other != a:
                    sums[a][other] = sums[a].get(other, 0.0) + total
                    sums[other][a] = sums[a][other]
                sums[other].pop(b, None)
            sums[a].pop(a, None)
            sums[b] = {}
        return self._groups(parent)

    def why(self, group: list[Node]) -> dict[str, tuple[str, float, list[str]]]:
        """For each node of a group: the node it is most alike, how much, and why."""
        at = {n.id: i for i, n in enumerate(self.nodes)}
        found: dict[str, tuple[str, float, list[str]]] = {}
        for node in group:
            i = at[node.id]
            best = max(
                ((self.scores.get((min(i, j), max(i, j)), 0.0), -j) for j in (at[n.id] for n in group) if j != i),
                default=None,
            )
            if best:
                j = -best[1]
                pair = (min(i, j), max(i, j))
                found[node.id] = (self.nodes[j].id, best[0], self.reasons.get(pair, []))
        return found

    def _groups(self, parent: list[int]) -> list[list[Node]]:
        groups: dict[int, list[Node]] = {}
        for i, node in enumerate(self.nodes):
            groups.setdefault(_root(parent, i), []).append(node)
        return sorted(groups.values(), key=lambda g: (*g[0].order, g[0].id))


def _exclude(a: Node, b: Node, x: View, y: View) -> bool:
    """Two exact days for alike acts in one report are two commitments, unless the report speaks of a day that moved."""
    return (
        a.document == b.document and a.kind == "commitment" and x.exact and y.exact and x.due is not None
        and y.due is not None and x.due != y.due and not a.features.get("moved")
    )  # fmt: skip


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i

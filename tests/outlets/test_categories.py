"""The reader's own rubrics."""

from __future__ import annotations

from lampungtui.outlets.categories import ancestors, category, category_tree, common_labels


def test_lampung_comes_first_with_its_fifteen_regions_below_it() -> None:
    tree = category_tree()
    assert (tree[0].path, tree[0].depth) == ("lampung-raya", 0)
    regions = [rubric for rubric in tree if rubric.path.startswith("lampung-raya/")]
    assert list(tree[1:16]) == regions
    assert {rubric.depth for rubric in regions} == {1}


def test_every_nested_rubric_follows_its_parent() -> None:
    seen: list[str] = []
    for rubric in category_tree():
        if rubric.depth:
            parent = rubric.path.rpartition("/")[0]
            assert parent in seen
            assert seen[-1].split("/")[0] == parent, "nothing stands between a rubric and what is nested in it"
        seen.append(rubric.path)
    assert len(seen) == len(set(seen))


def test_names_are_in_both_languages() -> None:
    rubric = category("humaniora/kesehatan")
    assert rubric is not None
    assert (rubric.name_id, rubric.name_en) == ("Kesehatan", "Health")
    assert all(rubric.name_id and rubric.name_en for rubric in category_tree())


def test_an_unknown_path_has_no_rubric_and_no_ancestors() -> None:
    assert category("lampung-raya/palembang") is None
    assert ancestors("lampung-raya/palembang") == ()


def test_ancestors_are_the_rubrics_around() -> None:
    assert [rubric.path for rubric in ancestors("lampung-raya/metro")] == ["lampung-raya"]
    assert ancestors("politik") == ()


def test_common_labels_lead_to_rubrics_and_leave_the_ambiguous_out() -> None:
    labels = common_labels()
    assert labels["ekonomi & bisnis"] == "ekbis"
    assert labels["lamsel"] == "lampung-raya/lampung-selatan"
    assert not {"metro", "daerah", "news", "peristiwa"} & labels.keys()
    assert all(label == label.casefold() for label in labels)
    assert all(category(path) is not None for path in labels.values())

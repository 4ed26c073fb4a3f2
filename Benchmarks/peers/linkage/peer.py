# SPDX-License-Identifier: Apache-2.0
"""Links a table with known persons with Splink, stage by stage, for Benchmarks/linkage.sh.

usage: peer.py scale|historical FILE.csv [--loose] [--threads N] [--model OUT.json] [--pairs OUT.csv]

Prints lines of a name and a value, with the names that linkage-bench prints. The model's
probabilities and the scored pairs can be written, so that both programs can be asked for the
weights of one model.
"""

import argparse
import json
import logging
import resource
import time
import warnings

warnings.filterwarnings("ignore")

import duckdb
import splink.comparison_library as compare
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

logging.disable(logging.WARNING)

RULES = [
    ["nhs_number"],
    ["surname", "dob"],
    ["first_name", "dob"],
    ["postcode", "surname"],
    ["postcode", "first_name"],
    ["first_name", "surname", "substr(dob, 1, 4)"],
    ["dob", "substr(postcode, 1, 3)", "sex"],
]
WIDE_RULES = [["postcode"], ["surname", "substr(dob, 1, 4)"]]

HISTORICAL_RULES = [
    ["substr(first_name, 1, 3)", "substr(surname, 1, 4)"],
    ["surname", "dob"],
    ["first_name", "dob"],
    ["postcode_fake", "first_name"],
    ["postcode_fake", "surname"],
    ["dob", "birth_place"],
    ["substr(postcode_fake, 1, 3)", "dob"],
    ["substr(postcode_fake, 1, 3)", "first_name"],
    ["substr(postcode_fake, 1, 3)", "surname"],
    ["substr(first_name, 1, 2)", "substr(surname, 1, 2)", "substr(dob, 1, 4)"],
]


class Stages:
    """Processor and wall seconds of named stages."""

    def __init__(self):
        self.total = [0.0, 0.0]

    def run(self, name, work):
        start = time.process_time(), time.perf_counter()
        result = work()
        took = time.process_time() - start[0], time.perf_counter() - start[1]
        print(f"{name}-processor {took[0]:.3f}")
        print(f"{name}-wall {took[1]:.3f}")
        if name != "load":
            self.total = [self.total[0] + took[0], self.total[1] + took[1]]
        return result


WITH_TERMS = {"term_frequency_adjustments": True}


def region(loose):
    """Rules, comparisons, certain rules with their recall, and training rules."""
    comparisons = [
        compare.NameComparison("first_name").configure(**WITH_TERMS),
        compare.NameComparison("surname").configure(**WITH_TERMS),
        compare.DateOfBirthComparison("dob", input_is_string=True),
        compare.PostcodeComparison("postcode"),
        compare.ExactMatch("sex"),
        compare.ExactMatch("nhs_number"),
    ]
    certain = [["nhs_number"], ["first_name", "surname", "dob"]]
    training = [["surname", "dob"], ["first_name", "postcode"]]
    return RULES + (WIDE_RULES if loose else []), comparisons, certain, 0.85, training


def historical():
    comparisons = [
        compare.ForenameSurnameComparison(
            "first_name", "surname", forename_surname_concat_col_name="first_and_surname"
        ),
        compare.DateOfBirthComparison("dob", input_is_string=True),
        compare.PostcodeComparison("postcode_fake"),
        compare.ExactMatch("birth_place").configure(**WITH_TERMS),
        compare.ExactMatch("occupation").configure(**WITH_TERMS),
    ]
    certain = [
        ["first_name", "surname", "dob"],
        ["substr(first_name, 1, 2)", "surname", "substr(postcode_fake, 1, 2)"],
        ["dob", "postcode_fake"],
    ]
    training = [["first_name", "surname"], ["dob"]]
    return HISTORICAL_RULES, comparisons, certain, 0.6, training


def train(linker, certain, recall, rules):
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on(*rule) for rule in certain], recall=recall
    )
    training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    for rule in rules:
        training.estimate_parameters_using_expectation_maximisation(
            block_on(*rule), estimate_without_term_frequencies=True
        )


def one(connection, sql):
    return connection.execute(sql).fetchall()[0]


def f1(right, found, true):
    precision = right / found if found else 0.0
    recall = right / true if true else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def show(name, threshold, measures):
    for part, value in zip(("threshold", "precision", "recall", "f1"), (threshold, *measures)):
        print(f"{name}-{part} {value:.4f}")


def accuracy(connection, linker, predictions, file):
    connection.execute(
        f"create table truth as select unique_id, cluster from read_csv('{file}', all_varchar=true)"
    )
    true = one(
        connection,
        "select sum(n * (n - 1) / 2) from (select count(*) n from truth group by cluster)",
    )[0]
    rows = connection.execute(
        f"""select round(match_weight * 4) / 4 w, count(*),
            count(*) filter (where a.cluster = b.cluster)
            from {predictions.physical_name} p
            join truth a on a.unique_id = p.unique_id_l
            join truth b on b.unique_id = p.unique_id_r group by w order by w desc"""
    ).fetchall()
    found = right = 0
    best = (0.0, (0.0, 0.0, 0.0))
    for weight, pairs, same in rows:
        found, right = found + pairs, right + same
        measures = f1(right, found, true)
        if measures[2] > best[1][2]:
            best = (weight, measures)
    show("pairwise", *best)
    best = (0.0, (0.0, 0.0, 0.0))
    for weight in (1, 3, 4.25, 6, 8, 10, 12):
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
            predictions, threshold_match_weight=weight
        )
        right, found = one(
            connection,
            f"""with shared as (select cluster_id, cluster, count(*) n
                from {clusters.physical_name} join truth using (unique_id) group by all),
                alone as (select sum(n) n from shared group by cluster_id)
                select (select sum(n * (n - 1) / 2) from shared),
                (select sum(n * (n - 1) / 2) from alone)""",
        )
        measures = f1(float(right), float(found), true)
        if measures[2] > best[1][2]:
            best = (weight, measures)
    show("cluster", *best)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("settings", choices=["scale", "historical"])
    parser.add_argument("file")
    parser.add_argument("--loose", action="store_true")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--model")
    parser.add_argument("--pairs")
    asked = parser.parse_args()
    stages = Stages()
    connection = duckdb.connect()
    connection.execute(f"set threads={asked.threads}")
    connection.execute("set enable_progress_bar=false")

    region_or_history = region(asked.loose) if asked.settings == "scale" else historical()
    rules, comparisons, certain, recall, training = region_or_history

    def load():
        connection.execute(
            f"create table records as select * exclude (cluster) from "
            f"read_csv('{asked.file}', all_varchar=true)"
        )
        table = DuckDBAPI(connection=connection).register("records")
        settings = SettingsCreator(
            link_type="dedupe_only",
            blocking_rules_to_generate_predictions=[block_on(*rule) for rule in rules],
            comparisons=comparisons,
            retain_matching_columns=False,
            retain_intermediate_calculation_columns=False,
        )
        return Linker(table, settings)

    linker = stages.run("load", load)
    stages.run("train", lambda: train(linker, certain, recall, training))
    predictions = stages.run(
        "predict", lambda: linker.inference.predict(threshold_match_weight=-6)
    )
    stages.run(
        "cluster",
        lambda: linker.clustering.cluster_pairwise_predictions_at_threshold(
            predictions, threshold_match_probability=0.95
        ),
    )
    print(f"work-processor {stages.total[0]:.3f}")
    print(f"work-wall {stages.total[1]:.3f}")
    print(f"peak-mb {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}")
    kept = one(connection, f"select count(*) from {predictions.physical_name}")[0]
    print(f"kept-pairs {kept}")
    if asked.model:
        linker.misc.save_model_to_json(asked.model, overwrite=True)
    if asked.pairs:
        connection.execute(
            f"""copy (select unique_id_l, unique_id_r, match_weight from
            {predictions.physical_name} order by all) to '{asked.pairs}' (header)"""
        )
    accuracy(connection, linker, predictions, asked.file)


main()

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the demand model of the New Hospital Programme (nhp-model on PyPI) on our synthetic trust.

peer.py convert TRUST DATA           our files as the parquet that the peer's Local loader reads
peer.py run TRUST DATA DRAWS OUT     the peer with the same inputs in each run; times and totals
peer.py compare OURS THEIRS          whether every run agrees within Monte Carlo error

The inputs of every run (DRAWS, from demand-bench) are handed to the peer, so that the two differ in
the luck of rows alone. What was changed of the peer: nothing of its code; its health adjustment is
given our made-up change in life expectancy through the object that a model takes; its tables of
functional areas are empty, which spares it work. Its data must have the columns that it reads.
"""
import json
import os
import resource
import sys
import time
from pathlib import Path

os.environ.setdefault("JAX_PLATFORMS", "cpu")
import numpy as np
import pandas as pd

AGE_GROUPS = [(0, "0"), (1, "1-4"), (5, "5-9"), (10, "10-15"), (16, "16-17"), (18, "18-34"),
              (35, "35-49"), (50, "50-64"), (65, "65-74"), (75, "75-84"), (85, "85+")]
DATASET = "synthetic"


def read(folder, name, **types):
    return pd.read_csv(Path(folder) / name, dtype={k: str for k in types}, keep_default_na=False)


def common(d):
    names = np.empty(200, dtype=object)
    for start, name in AGE_GROUPS:
        names[start:] = name
    return d.rename(columns={"id": "rn", "site": "sitetret", "health_group": "hsagrp",
                             "imd": "imd_quintile", "hrg": "sushrg_trimmed"}).assign(
        age_group=lambda x: names[x["age"]], is_main_icb=lambda x: x["local"] == 1)


def convert(trust, data):
    base = json.load(open(f"{trust}/parameters.json"))["base_year"]

    def save(d, name):
        folder = Path(data) / name / f"fyear={base}" / f"dataset={DATASET}"
        folder.mkdir(parents=True, exist_ok=True)
        d.to_parquet(folder / "0.parquet", index=False)

    text = dict(specialty=1, admission=1, hrg=1)
    ip = common(read(trust, "spells.csv", **text))
    ip = ip.assign(tretspef=ip["specialty"], tretspef_grouped=ip["specialty"],
                   speldur=ip["length_of_stay"].astype("int32"), admimeth=ip["admission"],
                   classpat=np.select([ip["hsagrp"] == "daycase", ip["hsagrp"] == "reg"], ["2", "3"], "1"),
                   is_wla=ip["waiting_list"] == 1, has_procedure=ip["group"] == "elective",
                   maternity_delivery_in_spell=ip["hsagrp"] == "maternity", ndggrp=ip["growth_group"],
                   demog_type=np.where(ip["grows_with"] == "births", "births", "demographics"))
    save(ip, "ip")
    op = common(read(trust, "outpatients.csv", **text))
    op = op.assign(tretspef=op["specialty"], tretspef_grouped=op["specialty"], is_wla=True,
                   has_procedures=op["group"] == "procedure", is_first=op["group"] == "first",
                   is_gp_ref=op["referral"] == "gp", is_cons_cons_ref=op["referral"] == "consultant",
                   ndggrp=op["group"], demog_type="demographics",
                   tele_attendances=op["remote_attendances"])
    save(op, "op")
    ae = common(read(trust, "emergency.csv"))
    ae = ae.assign(tretspef="Other", tretspef_grouped="Other", icb="A", imd_quintile=1,
                   sushrg_trimmed="none", acuity="standard", attendance_category="1",
                   aedepttype=ae["pod"].str[-2:], is_ambulance=ae["group"] == "ambulance",
                   is_frequent_attender=ae["frequent"] == 1, is_left_before_treatment=ae["left"] == 1,
                   is_low_cost_referred_or_discharged=ae["low_cost"] == 1,
                   is_discharged_no_treatment=ae["untreated"] == 1, ndggrp=ae["group"],
                   demog_type="demographics")
    save(ae, "aae")
    strategies = read(trust, "strategies.csv").rename(columns={"row": "rn"})
    effects = {s["id"]: s["effect"] for s in parameters(trust)["strategies"]}
    avoids = strategies["strategy"].map(effects) == "avoidance"
    columns = ["rn", "strategy", "sample_rate"]
    save(strategies.loc[avoids, columns], "ip_activity_avoidance_strategies")
    save(strategies.loc[~avoids, columns], "ip_efficiencies_strategies")
    save(pd.DataFrame({"rn": pd.Series(dtype="int64"), "functional_area": pd.Series(dtype=str),
                       "group_pcnt": pd.Series(dtype=float), "episodes": pd.Series(dtype=float),
                       "sitetret": pd.Series(dtype=str)}), "ip_functional_areas_beds")
    save(pd.DataFrame({"rn": pd.Series(dtype="int64"), "functional_area": pd.Series(dtype=str),
                       "sitetret": pd.Series(dtype=str), "count": pd.Series(dtype=float)}),
         "ip_functional_areas_procedures")
    last = parameters(trust)["last_year"]
    for name, file, value in [("demographic_factors", "population.csv", "people"),
                              ("birth_factors", "births.csv", "births")]:
        d = read(trust, file)
        d["sex"] = d["sex"] if "sex" in d else 1
        both = d if name == "demographic_factors" else pd.concat([d, d.assign(sex=2)])
        wide = both.pivot_table(index=["variant", "sex", "age"], columns="year", values=value)
        for year in range(base, last + 1):
            if year not in wide:
                wide[year] = wide[base]
        wide.columns = [str(c) for c in wide.columns]
        save(wide.reset_index(), name)
    save(read(trust, "activity_by_age.csv").rename(columns={"group": "hsagrp", "rate": "activity"}),
         "hsa_activity_tables")
    save(pd.DataFrame([(i, h, q, 1.0, 1.0, 1 + 0.02 * (q - 1), 1.0, 1.0) for i in "AB"
                       for h in ("HRG1", "HRG2") for q in range(1, 6)],
                      columns=["icb", "sushrg_trimmed", "imd_quintile", "activity_rate", "fitted_line",
                               "level_up", "zero_sum", "level_down"]), "inequalities")


def parameters(trust):
    return json.load(open(f"{trust}/parameters.json"))


def sets(trust, draws):
    """The peer's parameters, and its run parameters with our draws."""
    ours = parameters(trust)
    runs = len(draws)

    def series(value):
        """A value for run 0, which is not used, and for each run."""
        if isinstance(value, str):
            return [1.0] + [d["values"][value] for d in draws]
        return [float(value)] * (runs + 1)

    def named(entry):
        value = entry["value"]
        if isinstance(value, dict):
            return value["same_as"]
        return entry["id"] if isinstance(value, list) else value

    kinds = {"spells": "ip", "outpatients": "op", "emergency": "aae"}
    empty = lambda: {"ip": {}, "op": {}, "aae": {}}
    expat, local, nonlocal_, wla, growth = empty(), empty(), empty(), empty(), empty()
    for f in ours["factors"]:
        kind, where, values = kinds[f["activity"]], f["where"], series(named(f))
        if f["family"] in ("expatriation", "repatriation"):
            target = expat if f["family"] == "expatriation" else local if where["local"] == "1" else nonlocal_
            if kind == "ip":
                target[kind].setdefault(where["group"], {})[where["specialty"]] = values
            else:
                target[kind][where["specialty"] if kind == "op" else where["group"]] = values
        elif f["family"] == "waiting-list":
            specialties = pd.unique(read(trust, f"{f['activity']}.csv", specialty=1)["specialty"])
            wla[kind] = {s: values for s in specialties}
        elif f["family"] == "other-growth":
            growth[kind][where.get("growth_group") or where["group"]] = values
    avoidance, efficiencies, types = empty(), {"ip": {}, "op": {}}, {"ip": {}, "op": {}}
    names = {"length-of-stay": "all", "same-day": "sdec", "pre-operative-days": "pre-op",
             "day-case": "day_procedures_daycase", "outpatient": "day_procedures_outpatients", "remote": "all"}
    for s in ours["strategies"]:
        kind, values = kinds[s["activity"]], series(named(s))
        if s["effect"] == "avoidance":
            avoidance[kind][s["id"]] = values
        else:
            efficiencies[kind][s["id"]] = values
            types[kind][s["id"]] = {"type": names[s["effect"]], "interval": [0.85, 0.95]}
            if "days" in s:
                types[kind][s["id"]]["pre-op_days"] = s["days"]
    probabilities = ours["population"]
    blank = {"ip": {}, "op": {}, "aae": {}}
    params = {
        "id": "bench", "scenario": "bench", "dataset": DATASET, "seed": ours["seed"], "model_runs": runs,
        "start_year": ours["base_year"], "end_year": ours["last_year"], "app_version": "dev",
        "create_datetime": "20230101_000000",
        "demographic_factors": {"variant_probabilities": probabilities}, "health_status_adjustment": True,
        "inequalities": {"level_up": ["HRG1"], "zero_sum": [], "level_down": []},
        "expat": expat, "repat_local": local, "repat_nonlocal": nonlocal_,
        "baseline_adjustment": blank, "waiting_list_adjustment": wla,
        "non-demographic_adjustment": {"variant": "bench", "value-type": "year-on-year-growth", "values": growth},
        "activity_avoidance": {k: {n: {"interval": [0, 1]} for n in v} for k, v in avoidance.items()},
        "efficiencies": types}
    run_params = {
        "variant": [max(probabilities, key=probabilities.get)] + [d["variant"] for d in draws],
        "seeds": [int(x) for x in np.random.default_rng(ours["seed"]).integers(0, 65535, runs + 1)],
        "non-demographic_adjustment": growth, "waiting_list_adjustment": wla, "expat": expat,
        "repat_local": local, "repat_nonlocal": nonlocal_,
        "baseline_adjustment": blank, "activity_avoidance": avoidance, "efficiencies": efficiencies}
    return params, run_params


def health(trust, data, draws):
    """The peer's own interpolated adjustment, with ages adjusted by our draws."""
    from nhp.model import HealthStatusAdjustmentInterpolated

    class Given(HealthStatusAdjustmentInterpolated):
        def __init__(self):
            self._ages = np.arange(55, 91)
            self._all_ages = np.arange(0, 101)
            self._load_activity_ages(data)
            self._load_activity_ages_lists()
            p = parameters(trust)
            d = read(trust, "life_expectancy.csv").pivot_table(index=["sex", "age"], columns="year", values="years")
            added = d[p["last_year"]] - d[p["base_year"]]
            share = {s: np.array([x["values"][f"healthy-share-{n}"] for x in draws]) for s, n in [(1, "male"), (2, "female")]}
            self.hsa_params = {s: self._ages - share[s].reshape(-1, 1) * added.loc[s].to_numpy() for s in (1, 2)}
            self._cache = {}

    return Given()


def run(trust, data, draws_file, out):
    from nhp.model import AaEModel, InpatientsModel, OutpatientsModel
    from nhp.model.data import Local

    draws = json.load(open(draws_file))
    params, run_params = sets(trust, draws)
    loader = Local.create(data)(params["start_year"], DATASET)
    hsa = health(trust, loader, draws)
    frames, processor = [], 0.0
    for model_type in (InpatientsModel, OutpatientsModel, AaEModel):
        model = model_type(json.loads(json.dumps(params)), loader, hsa, json.loads(json.dumps(run_params)))
        times = []
        for number in range(1, len(draws) + 1):
            start = time.process_time()
            found = model.go(number)["default"]
            times.append(time.process_time() - start)
            frames.append(found.rename("value").reset_index().assign(run=number))
        print(f"{model_type.__name__}.cpu", sorted(times)[len(times) // 2])
        processor += sorted(times)[len(times) // 2]
    print("runs.cpu", processor)
    print("peak.mb", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    pd.concat(frames).to_csv(out, index=False)


def compare(ours_file, theirs_file):
    ours = pd.read_csv(ours_file).query("run > 0")
    theirs = pd.read_csv(theirs_file).rename(columns={"sitetret": "site"})
    theirs["measure"] = theirs["measure"].replace({
        "beddays": "bed-days", "tele_attendances": "remote-attendances", "walk-in": "arrivals", "ambulance": "arrivals"})
    key = ["measure", "pod", "site"]
    theirs = theirs[theirs["measure"] != "procedures"].groupby(key + ["run"])["value"].sum().reset_index()
    # The luck of rows: what is expected of a run is known, since both have the same inputs in it.
    # Our runs cost little, so there are more of them, and they say how far luck goes.
    luck = (ours["value"] - ours["expected"]).groupby([ours[k] for k in key])
    both = ours.merge(theirs, on=key + ["run"], how="outer", suffixes=("", "_peer"))
    missing = both[both["expected"].isna() & (both["value_peer"] > 0)]
    both = both[both["run"] <= theirs["run"].max()].fillna(0)
    table = both.groupby(key).agg(ours=("value", "mean"), peer=("value_peer", "mean"), expected=("expected", "mean"),
                                  runs=("run", "count"))
    deviation = luck.std().clip(lower=0.5)
    table["z_peer"] = (table["peer"] - table["expected"]) / (deviation / table["runs"] ** 0.5)
    table["z_ours"] = luck.mean() / (deviation / luck.count() ** 0.5)
    totals = both.groupby(["measure", "run"])[["value", "value_peer", "expected"]].sum().groupby("measure").mean()
    print(table.round(2).to_string())
    print(totals.round(1).to_string())
    worst = table[["z_peer", "z_ours"]].abs().max().max()
    print("lines", len(table), "worst", round(worst, 2))
    # Five standard errors: about one false alarm in 15,000 comparisons of all lines.
    if len(missing) or worst > 5:
        sys.exit("the means differ by more than Monte Carlo error")


if __name__ == "__main__":
    {"convert": convert, "run": run, "compare": compare}[sys.argv[1]](*sys.argv[2:])

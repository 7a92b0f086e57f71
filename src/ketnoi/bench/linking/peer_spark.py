"""Runs in the peers' environment: the same engine and settings, on Spark instead of DuckDB."""

import json
import sys
from typing import Any

from ketnoi.linkage.rules import engine


def session() -> Any:
    """Spark on this machine, with the functions Splink brings."""
    from pyspark.sql import SparkSession
    from splink.backends.spark import similarity_jar_location

    return (
        SparkSession.builder.master("local[2]")
        .config("spark.jars", similarity_jar_location())
        .config("spark.driver.memory", "1g")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )


def main() -> None:
    """Compared records in, pairs out."""
    from splink import SparkAPI

    records = [tuple(record) for record in json.load(sys.stdin)]
    linked = engine.link(
        records, api=SparkAPI(spark_session=session(), break_lineage_method="persist")
    )
    found = [(pair.one, pair.two, round(pair.likely, 6)) for pair in linked.pairs]
    sys.stdout.write(json.dumps(sorted(found)) + "\n")


if __name__ == "__main__":
    main()

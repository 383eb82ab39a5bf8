"""What the round trip needs of the cloud and Terraform does not do.

The endpoint, the region and the credentials come from the environment (AWS_ENDPOINT_URL and so on).

  cloud.py subnet                    prints a subnet
  cloud.py use NAME=CPU,MEMORY ...   prints what cloudwatch.py takes: percent of vCPUs and of memory at peak, by id
  cloud.py types                     prints each machine's type and state by name, as JSON
  cloud.py tag NAME KEY=VALUE ...    tags a machine
  cloud.py change NAME TYPE          stops a machine, changes its type and starts it: by hand, so to say
"""

import json
import sys

import boto3


def machines():
    """Every machine that is not terminated, by name."""
    pages = boto3.client("ec2").get_paginator("describe_instances").paginate()
    found = [one for page in pages for group in page["Reservations"] for one in group["Instances"]]
    return {
        next(tag["Value"] for tag in one["Tags"] if tag["Key"] == "Name"): one
        for one in found
        if one["State"]["Name"] != "terminated"
    }


def use(arguments):
    known = machines()
    peaks = {}
    for argument in arguments:
        name, both = argument.split("=")
        cpu, memory = both.split(",")
        peaks[known[name]["InstanceId"]] = {"cpu": float(cpu), "memory": float(memory)}
    return peaks


def types():
    return {
        name: {"type": one["InstanceType"], "state": one["State"]["Name"]}
        for name, one in sorted(machines().items())
    }


def tag(name, *tags):
    pairs = [dict(zip(("Key", "Value"), one.split("=", 1))) for one in tags]
    boto3.client("ec2").create_tags(Resources=[machines()[name]["InstanceId"]], Tags=pairs)


def change(name, instance_type):
    ec2 = boto3.client("ec2")
    instance = machines()[name]["InstanceId"]
    ec2.stop_instances(InstanceIds=[instance])
    ec2.get_waiter("instance_stopped").wait(InstanceIds=[instance])
    ec2.modify_instance_attribute(InstanceId=instance, InstanceType={"Value": instance_type})
    ec2.start_instances(InstanceIds=[instance])


def main(arguments):
    command, *rest = arguments or ["help"]
    if command == "subnet":
        print(boto3.client("ec2").describe_subnets()["Subnets"][0]["SubnetId"])
    elif command == "use":
        print(json.dumps(use(rest)))
    elif command == "types":
        print(json.dumps(types()))
    elif command == "tag":
        tag(*rest)
    elif command == "change":
        change(*rest)
    else:
        sys.exit(__doc__)


main(sys.argv[1:])

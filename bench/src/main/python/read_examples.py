"""Lets a generated client read the example of each answer in the contract: read_examples.py CONTRACT CLIENT"""
import json
import sys

contract_file, client = sys.argv[1:]
sys.path.insert(0, client)
import openapi_client.models as models

with open(contract_file, encoding="utf-8") as file:
    contract = json.load(file)
read, wrong = 0, []
for path, item in contract["paths"].items():
    for method, operation in item.items():
        if method == "parameters":
            continue
        media = operation["responses"].get("200", {}).get("content", {}).get("application/json", {})
        reference = media.get("schema", {}).get("$ref")
        if "example" not in media or not reference:
            continue
        name = reference.rsplit("/", 1)[1]
        try:
            getattr(models, name).from_json(json.dumps(media["example"]))
            read += 1
        except ValueError as failure:
            wrong.append(f"{operation['operationId']}: {name}: {failure}")
print(f"the client reads {read} examples")
if wrong or not read:
    sys.exit("it cannot read:\n" + "\n".join(wrong))

"""Writes defaults.json: the values that transformers has for what a config.json leaves out, by model type, with the other names of sizes.

    python3 defaults.py ../../../../../main/resources/layerbook/load/config/defaults.json

Needs transformers 4.57 and torch. Only numbers, texts, flags and lists that say something of sizes, layers or work are kept.
"""
import inspect
import json
import sys

import transformers_here

TYPES = """llama mistral ministral mixtral qwen2 qwen2_moe qwen3 qwen3_moe gemma gemma2 gemma3_text phi3 phi olmo olmo2 olmo3 olmoe stablelm starcoder2 granite
granitemoe cohere cohere2 smollm3 nemotron arcee helium glm glm4 exaone4 hunyuan_v1_dense ernie4_5 seed_oss phimoe gpt_oss deepseek_v2 deepseek_v3 gpt2
gpt_bigcode gpt_neo gpt_neox gptj codegen opt bloom falcon mpt bert roberta xlm-roberta xlm-roberta-xl camembert electra distilbert deberta deberta-v2 albert t5
mt5 umt5 vit deit clip clip_text_model clip_vision_model whisper mamba""".split()
SILENT = ("initializer", "dropout", "pdrop", "token_id", "eps", "use_cache", "pretraining_tp", "scale_attn", "mask_", "spec_augment", "summary", "aux_", "output_router",
          "jitter", "theta", "scaling", "suppress", "rope_parameters", "tokenizer_class", "verbose", "time_step_m", "time_step_s", "time_step_f")
SPOKEN = ("logits_scaling",)


def defaults(cls):
    found = {}
    for name, parameter in inspect.signature(cls.__init__).parameters.items():
        value = parameter.default
        if value is not inspect.Parameter.empty and (name in SPOKEN or not any(s in name for s in SILENT)):
            if value is None or isinstance(value, (bool, int, float, str, list)):
                found[name] = value
    return found


def main():
    transformers = transformers_here.load()
    from transformers.models.auto.configuration_auto import CONFIG_MAPPING
    out = {}
    for name in TYPES:
        cls = CONFIG_MAPPING[name]
        out[name] = {"defaults": defaults(cls), "aliases": dict(cls.attribute_map)}
    with open(sys.argv[1], "w") as f:
        f.write("{\n" + ",\n".join(json.dumps(k) + ": " + json.dumps(v) for k, v in out.items()) + "\n}\n")


if __name__ == "__main__":
    main()

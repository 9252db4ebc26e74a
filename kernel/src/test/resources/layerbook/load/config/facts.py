"""Writes facts.json: for small networks of every family and head, what transformers itself builds: names and sizes of parameters, and multiply-adds.

    python3 facts.py facts.json

Needs transformers 4.57 and torch 2. Multiply-adds are those of PyTorch's FlopCounterMode for eager attention with 2 examples of 5 tokens, without the
products inside rotary tables, which Layerbook writes as elementwise ones.
"""
import json
import sys

import transformers_here

N, T = 2, 5
TEXT = dict(vocab_size=48, max_position_embeddings=32)
LLAMA = dict(TEXT, hidden_size=24, intermediate_size=40, num_hidden_layers=2, num_attention_heads=6, num_key_value_heads=2)
PLAIN = dict(TEXT, hidden_size=24, intermediate_size=40, num_hidden_layers=2, num_attention_heads=6)
DEEP = dict(TEXT, hidden_size=24, intermediate_size=40, moe_intermediate_size=12, num_hidden_layers=3, num_attention_heads=4, num_key_value_heads=4, kv_lora_rank=8,
            qk_nope_head_dim=6, qk_rope_head_dim=4, v_head_dim=5, n_routed_experts=8, num_experts_per_tok=2, n_group=2, topk_group=1)
CASES = []


def case(kind, architecture, base, **more):
    CASES.append((dict(base, model_type=kind, **more), architecture))


def heads(kind, prefix, base, names, **more):
    for name in names.split():
        case(kind, prefix + name, base, **more)


DECODER = "ForCausalLM Model ForSequenceClassification ForTokenClassification ForQuestionAnswering"


def decoders():
    heads("llama", "Llama", LLAMA, DECODER)
    case("llama", "LlamaForCausalLM", LLAMA, attention_bias=True, mlp_bias=True, tie_word_embeddings=True, head_dim=10)
    case("llama", "LlamaForCausalLM", dict(PLAIN, num_labels=3))
    case("llama", "LlamaForSequenceClassification", PLAIN, id2label={"0": "a", "1": "b", "2": "c"}, label2id={"a": 0, "b": 1, "c": 2})
    heads("mistral", "Mistral", LLAMA, DECODER, sliding_window=3)
    case("mistral", "MistralForCausalLM", LLAMA, head_dim=10, sliding_window=None)
    heads("mixtral", "Mixtral", LLAMA, DECODER, num_local_experts=4, num_experts_per_tok=2)
    heads("qwen2", "Qwen2", LLAMA, DECODER)
    case("qwen2", "Qwen2ForCausalLM", LLAMA, use_sliding_window=True, max_window_layers=1, sliding_window=3, tie_word_embeddings=True)
    moe = dict(num_experts=6, num_experts_per_tok=2, moe_intermediate_size=12)
    case("qwen2_moe", "Qwen2MoeForCausalLM", LLAMA, shared_expert_intermediate_size=20, **moe)
    case("qwen2_moe", "Qwen2MoeForCausalLM", LLAMA, shared_expert_intermediate_size=20, decoder_sparse_step=2, qkv_bias=False, **moe)
    heads("qwen3", "Qwen3", LLAMA, DECODER)
    case("qwen3", "Qwen3ForCausalLM", LLAMA, head_dim=10, attention_bias=True, tie_word_embeddings=True)
    case("qwen3_moe", "Qwen3MoeForCausalLM", LLAMA, head_dim=10, mlp_only_layers=[0], **moe)
    heads("gemma", "Gemma", LLAMA, "ForCausalLM Model ForSequenceClassification ForTokenClassification", head_dim=8)
    heads("gemma2", "Gemma2", LLAMA, "ForCausalLM Model ForSequenceClassification", head_dim=8, sliding_window=3)
    case("gemma2", "Gemma2ForCausalLM", LLAMA, head_dim=8, attention_bias=True, final_logit_softcapping=None, attn_logit_softcapping=None)
    case("gemma3_text", "Gemma3ForCausalLM", dict(LLAMA, num_hidden_layers=7), head_dim=8, sliding_window=3)
    case("gemma3_text", "Gemma3TextModel", LLAMA, head_dim=8, sliding_window=3)
    heads("phi3", "Phi3", LLAMA, "ForCausalLM Model ForSequenceClassification ForTokenClassification", pad_token_id=0)
    case("phi3", "Phi3ForCausalLM", LLAMA, pad_token_id=0, tie_word_embeddings=True, partial_rotary_factor=0.5)
    heads("phi", "Phi", PLAIN, "ForCausalLM Model ForSequenceClassification ForTokenClassification")
    case("phi", "PhiForCausalLM", LLAMA, qk_layernorm=True, tie_word_embeddings=True)
    case("olmo", "OlmoForCausalLM", LLAMA)
    case("olmo", "OlmoForCausalLM", PLAIN, clip_qkv=8.0, attention_bias=True, tie_word_embeddings=True)
    heads("olmo2", "Olmo2", LLAMA, "ForCausalLM Model")
    case("olmo3", "Olmo3ForCausalLM", dict(LLAMA, num_hidden_layers=4), sliding_window=3)
    case("olmoe", "OlmoeForCausalLM", PLAIN, num_experts=6, num_experts_per_tok=2)
    heads("stablelm", "StableLm", LLAMA, "ForCausalLM Model ForSequenceClassification ForTokenClassification", partial_rotary_factor=0.5)
    case("stablelm", "StableLmForCausalLM", LLAMA, use_qkv_bias=True, qk_layernorm=True, use_parallel_residual=True, partial_rotary_factor=0.5)
    heads("starcoder2", "Starcoder2", LLAMA, "ForCausalLM Model ForSequenceClassification ForTokenClassification")
    case("starcoder2", "Starcoder2ForCausalLM", LLAMA, use_bias=False, tie_word_embeddings=False)
    case("granite", "GraniteForCausalLM", LLAMA, embedding_multiplier=2.0, residual_multiplier=0.5, logits_scaling=4.0, attention_multiplier=0.1)
    case("granite", "GraniteForCausalLM", LLAMA, attention_bias=True, mlp_bias=True, tie_word_embeddings=True)
    case("granitemoe", "GraniteMoeForCausalLM", LLAMA, num_local_experts=4, num_experts_per_tok=2)
    case("cohere", "CohereForCausalLM", LLAMA)
    case("cohere", "CohereForCausalLM", LLAMA, use_qk_norm=True, attention_bias=True, tie_word_embeddings=False)
    case("cohere2", "Cohere2ForCausalLM", dict(LLAMA, num_hidden_layers=4), sliding_window=3)
    heads("smollm3", "SmolLM3", dict(LLAMA, num_hidden_layers=4), DECODER, pad_token_id=0)
    case("nemotron", "NemotronForCausalLM", LLAMA)
    case("nemotron", "NemotronForCausalLM", LLAMA, attention_bias=True, mlp_bias=True)
    case("ministral", "MinistralForCausalLM", dict(LLAMA, num_hidden_layers=3), sliding_window=3, head_dim=8)
    case("arcee", "ArceeForCausalLM", LLAMA)
    case("helium", "HeliumForCausalLM", LLAMA, head_dim=4)
    case("glm", "GlmForCausalLM", LLAMA, head_dim=8, pad_token_id=0)
    case("glm4", "Glm4ForCausalLM", LLAMA, head_dim=8, pad_token_id=0)
    case("exaone4", "Exaone4ForCausalLM", dict(LLAMA, num_hidden_layers=4), sliding_window=3)
    case("hunyuan_v1_dense", "HunYuanDenseV1ForCausalLM", LLAMA, head_dim=8)
    case("ernie4_5", "Ernie4_5ForCausalLM", LLAMA, head_dim=8, use_bias=True)
    case("seed_oss", "SeedOssForCausalLM", LLAMA, head_dim=8)
    case("phimoe", "PhimoeForCausalLM", LLAMA, num_local_experts=4, num_experts_per_tok=2, attention_bias=True, lm_head_bias=True)
    case("gpt_oss", "GptOssForCausalLM", LLAMA, head_dim=8, num_local_experts=4, num_experts_per_tok=2, sliding_window=3)
    case("deepseek_v2", "DeepseekV2ForCausalLM", DEEP, q_lora_rank=None, n_shared_experts=2, first_k_dense_replace=1)
    case("deepseek_v2", "DeepseekV2ForCausalLM", DEEP, q_lora_rank=10, n_shared_experts=1, first_k_dense_replace=0, attention_bias=True)
    heads("deepseek_v3", "DeepseekV3", DEEP, "ForCausalLM Model ForSequenceClassification ForTokenClassification", q_lora_rank=10, first_k_dense_replace=1)
    case("deepseek_v3", "DeepseekV3ForCausalLM", DEEP, q_lora_rank=None, n_shared_experts=2, first_k_dense_replace=2, attention_bias=True)


def older():
    gpt = dict(vocab_size=48, n_positions=32, n_embd=24, n_layer=2, n_head=6)
    heads("gpt2", "GPT2", gpt, "LMHeadModel Model ForSequenceClassification ForTokenClassification ForQuestionAnswering", pad_token_id=0)
    case("gpt2", "GPT2LMHeadModel", gpt, n_inner=50, tie_word_embeddings=False)
    case("gpt_bigcode", "GPTBigCodeForCausalLM", gpt)
    case("gpt_bigcode", "GPTBigCodeForCausalLM", gpt, multi_query=False)
    heads("gpt_neo", "GPTNeo", dict(TEXT, hidden_size=24, num_layers=2, num_heads=6, attention_types=[[["global", "local"], 1]], window_size=3),
          "ForCausalLM Model ForSequenceClassification ForTokenClassification ForQuestionAnswering", pad_token_id=0)
    heads("gpt_neox", "GPTNeoX", PLAIN, DECODER, pad_token_id=0, rotary_pct=0.5)
    case("gpt_neox", "GPTNeoXForCausalLM", PLAIN, rotary_pct=1.0, use_parallel_residual=False, attention_bias=False, tie_word_embeddings=True)
    heads("gptj", "GPTJ", gpt, "ForCausalLM Model ForSequenceClassification ForQuestionAnswering", rotary_dim=2, pad_token_id=0)
    case("codegen", "CodeGenForCausalLM", dict(gpt, n_head=4), rotary_dim=2)
    opt = dict(TEXT, hidden_size=24, ffn_dim=40, num_hidden_layers=2, num_attention_heads=6)
    heads("opt", "OPT", opt, "ForCausalLM Model ForSequenceClassification ForQuestionAnswering")
    case("opt", "OPTForCausalLM", opt, do_layer_norm_before=False, word_embed_proj_dim=16)
    case("opt", "OPTForCausalLM", opt, enable_bias=False, layer_norm_elementwise_affine=False, _remove_final_layer_norm=True)
    heads("bloom", "Bloom", dict(vocab_size=48, hidden_size=24, n_layer=2, n_head=6), DECODER, pad_token_id=0)
    falcon = dict(vocab_size=48, hidden_size=24, num_hidden_layers=2, num_attention_heads=6)
    heads("falcon", "Falcon", falcon, DECODER, pad_token_id=0)
    case("falcon", "FalconForCausalLM", falcon, new_decoder_architecture=True, num_kv_heads=2, bias=False)
    case("falcon", "FalconForCausalLM", falcon, new_decoder_architecture=True, num_kv_heads=2, num_ln_in_parallel_attn=1)
    case("falcon", "FalconForCausalLM", falcon, alibi=True, parallel_attn=False, multi_query=False, bias=True)
    case("falcon", "FalconForCausalLM", falcon, ffn_hidden_size=50, tie_word_embeddings=False)
    heads("mpt", "Mpt", dict(vocab_size=48, d_model=24, n_layers=2, n_heads=4, max_seq_len=32),
          "ForCausalLM Model ForSequenceClassification ForTokenClassification ForQuestionAnswering", pad_token_id=0)
    mamba = dict(vocab_size=48, hidden_size=24, num_hidden_layers=2, state_size=5)
    heads("mamba", "Mamba", mamba, "ForCausalLM Model")
    case("mamba", "MambaForCausalLM", mamba, use_bias=True, use_conv_bias=False, expand=3, conv_kernel=3, time_step_rank=7, tie_word_embeddings=False)


BERT = ("Model ForMaskedLM ForPreTraining ForNextSentencePrediction ForSequenceClassification ForTokenClassification ForQuestionAnswering ForMultipleChoice LMHeadModel")
OTHER = "Model ForMaskedLM ForSequenceClassification ForTokenClassification ForQuestionAnswering ForMultipleChoice"


def encoders():
    heads("bert", "Bert", PLAIN, BERT)
    case("bert", "BertForTokenClassification", PLAIN, num_labels=9, type_vocab_size=3)
    case("bert", "BertForMaskedLM", PLAIN, tie_word_embeddings=False)
    heads("roberta", "Roberta", PLAIN, OTHER + " ForCausalLM")
    heads("xlm-roberta", "XLMRoberta", PLAIN, OTHER, type_vocab_size=1)
    heads("camembert", "Camembert", PLAIN, "Model ForMaskedLM")
    heads("electra", "Electra", PLAIN, OTHER + " ForPreTraining", embedding_size=16)
    heads("distilbert", "DistilBert", dict(vocab_size=48, max_position_embeddings=32, n_layers=2, n_heads=6, dim=24, hidden_dim=40), OTHER)
    heads("albert", "Albert", PLAIN, OTHER + " ForPreTraining", embedding_size=16)
    case("albert", "AlbertModel", dict(PLAIN, num_hidden_layers=4), embedding_size=16, num_hidden_groups=2, inner_group_num=2)
    rel = dict(PLAIN, relative_attention=True, position_biased_input=False)
    heads("deberta", "Deberta", rel, "Model ForMaskedLM ForSequenceClassification ForTokenClassification ForQuestionAnswering", pos_att_type=["c2p", "p2c"])
    case("deberta", "DebertaModel", PLAIN, type_vocab_size=2)
    case("deberta", "DebertaModel", rel, pos_att_type="c2p", max_relative_positions=16)
    v3 = dict(rel, pos_att_type="p2c|c2p", position_buckets=4, norm_rel_ebd="layer_norm", share_att_key=True)
    heads("deberta-v2", "DebertaV2", v3, OTHER)
    case("deberta-v2", "DebertaV2Model", dict(v3, share_att_key=False), conv_kernel_size=3, conv_act="gelu")
    case("deberta-v2", "DebertaV2ForSequenceClassification", PLAIN, pooler_hidden_size=24)


def others():
    t5 = dict(vocab_size=48, d_model=24, d_kv=5, d_ff=40, num_layers=2, num_heads=4, decoder_start_token_id=0)
    heads("t5", "T5", t5, "ForConditionalGeneration Model EncoderModel ForSequenceClassification ForTokenClassification ForQuestionAnswering", eos_token_id=1)
    case("t5", "T5ForConditionalGeneration", t5, feed_forward_proj="gated-gelu", tie_word_embeddings=False, num_decoder_layers=3)
    heads("mt5", "MT5", t5, "ForConditionalGeneration EncoderModel")
    heads("umt5", "UMT5", t5, "ForConditionalGeneration EncoderModel")
    picture = dict(hidden_size=24, intermediate_size=40, num_hidden_layers=2, num_attention_heads=6, image_size=12, patch_size=4)
    heads("vit", "ViT", picture, "Model ForImageClassification ForMaskedImageModeling", encoder_stride=4)
    case("vit", "ViTForImageClassification", picture, qkv_bias=False, num_labels=10, num_channels=1)
    heads("deit", "DeiT", picture, "Model ForImageClassification ForImageClassificationWithTeacher ForMaskedImageModeling", encoder_stride=4)
    words = dict(TEXT, hidden_size=24, intermediate_size=40, num_hidden_layers=2, num_attention_heads=6, projection_dim=10)
    both = dict(projection_dim=10, text_config=dict(words, max_position_embeddings=8), vision_config=picture)
    case("clip", "CLIPModel", both)
    heads("clip_text_model", "CLIP", words, "TextModel TextModelWithProjection")
    heads("clip_vision_model", "CLIP", dict(picture, projection_dim=10), "VisionModel VisionModelWithProjection")
    heads("whisper", "Whisper", dict(vocab_size=48, d_model=24, encoder_layers=2, decoder_layers=3, encoder_attention_heads=6, decoder_attention_heads=4, encoder_ffn_dim=40,
          decoder_ffn_dim=36, num_mel_bins=7, max_source_positions=9, max_target_positions=11, pad_token_id=0, decoder_start_token_id=1),
          "ForConditionalGeneration Model ForAudioClassification")


def inputs(torch, config, architecture):
    ids = torch.zeros((N, T), dtype=torch.long) + 3
    kind = config.model_type
    if kind in ("vit", "deit", "clip_vision_model"):
        return {"pixel_values": torch.randn(N, config.num_channels, config.image_size, config.image_size)}
    if kind == "clip":
        v = config.vision_config
        return {"input_ids": ids, "pixel_values": torch.randn(N, v.num_channels, v.image_size, v.image_size)}
    if kind == "whisper":
        features = {"input_features": torch.randn(N, config.num_mel_bins, 2 * config.max_source_positions)}
        return features if "Audio" in architecture else dict(features, decoder_input_ids=ids)
    if "MultipleChoice" in architecture:
        return {"input_ids": ids.unsqueeze(1)}
    if kind in ("t5", "mt5", "umt5") and architecture.endswith(("ForConditionalGeneration", "5Model")):
        return {"input_ids": ids, "decoder_input_ids": ids}
    if kind in ("t5", "mt5", "umt5"):
        return {"input_ids": torch.cat([ids[:, :-1], ids[:, :1] * 0 + 1], 1)}
    return {"input_ids": ids}


def parameters(model):
    """Those of the module; and the correction of DeepSeek's router, which is a buffer there but a parameter in the published count and code."""
    found = {k: list(v.shape) for k, v in model.named_parameters()}
    found.update({k: list(v.shape) for k, v in model.named_buffers() if k.endswith("e_score_correction_bias")})
    return found


def fact(torch, transformers, given, architecture):
    from torch.utils.flop_counter import FlopCounterMode
    from transformers.models.auto.configuration_auto import CONFIG_MAPPING
    config = CONFIG_MAPPING[given["model_type"]].from_dict(dict(given))
    config._attn_implementation = "eager"
    if getattr(config, "text_config", None) is not None and hasattr(config, "vision_config"):
        config.text_config._attn_implementation = config.vision_config._attn_implementation = "eager"
    if "SequenceClassification" in architecture and config.pad_token_id is None:
        config.pad_token_id = 0
    torch.manual_seed(1)
    try:
        model = getattr(transformers, architecture)(config).eval()
    except AttributeError:  # transformers cannot fill norms without a bias; their sizes are right
        with transformers.modeling_utils.no_init_weights():
            model = getattr(transformers, architecture)(config).eval()
        model.tie_weights()
    scripted = given["model_type"].startswith("deberta")  # its scripted functions count only with gradients
    with FlopCounterMode(display=False) as counter, torch.set_grad_enabled(scripted):
        kwargs = {} if given["model_type"] in ("vit", "deit", "clip", "clip_vision_model", "whisper", "clip_text_model") else {"use_cache": False}
        try:
            out = model(**inputs(torch, config, architecture), **kwargs)
        except TypeError:
            out = model(**inputs(torch, config, architecture))
    counts = counter.get_flop_counts()
    tables = sum(sum(v.values()) for k, v in counts.items() if any("rotary_emb" in part for part in k.split(".")[-2:]))
    macs = (counter.get_total_flops() - tables) // 2
    logits = getattr(out, "logits", None)
    return {"config": dict(given, architectures=[architecture]), "parameters": parameters(model),
            "macs": macs, "logits": None if logits is None else list(logits.shape)}


def main():
    transformers = transformers_here.load()
    import torch
    torch.set_num_threads(1)
    decoders(), older(), encoders(), others()
    facts = []
    for given, architecture in CASES:
        try:
            facts.append(fact(torch, transformers, given, architecture))
        except Exception as e:
            print("failed", given["model_type"], architecture, type(e).__name__, str(e)[:300], file=sys.stderr)
    with open(sys.argv[1], "w") as f:
        f.write("{\"facts\": [\n" + ",\n".join(json.dumps(x) for x in facts) + "\n]}\n")
    print(len(facts), "of", len(CASES), file=sys.stderr)


if __name__ == "__main__":
    main()

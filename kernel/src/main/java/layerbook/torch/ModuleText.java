package layerbook.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import layerbook.python.Arguments;
import layerbook.python.PyTuple;
import layerbook.python.Special;
import layerbook.python.Texts;

/** How a module prints in PyTorch: its class, its arguments, its modules indented. */
final class ModuleText {
    private static final Map<String, String> FORMS = Map.ofEntries(
        Map.entry("Linear", "in_features={in_features}, out_features={out_features}, bias={bias}"),
        Map.entry("Bilinear", "in1_features={in1_features}, in2_features={in2_features}, out_features={out_features}, bias={bias}"),
        Map.entry("(Sync)?BatchNorm.*|InstanceNorm.*", "{num_features}, eps={eps}, momentum={momentum}, affine={affine}, track_running_stats={track_running_stats}"),
        Map.entry("LayerNorm", "{normalized_shape}, eps={eps}, elementwise_affine={elementwise_affine}"),
        Map.entry("RMSNorm", "{normalized_shape}, eps={eps}, elementwise_affine={elementwise_affine}"),
        Map.entry("GroupNorm", "{num_groups}, {num_channels}, eps={eps}, affine={affine}"),
        Map.entry("LocalResponseNorm", "{size}, alpha={alpha}, beta={beta}, k={k}"),
        Map.entry(".*Dropout.*", "p={p}, inplace={inplace}"),
        Map.entry("ReLU6?|SELU|SiLU|Mish", "?inplace"), Map.entry("CELU|ELU", "alpha={alpha}?inplace"), Map.entry("LeakyReLU", "negative_slope={negative_slope}?inplace"),
        Map.entry("Hardtanh", "min_val={min_val}, max_val={max_val}?inplace"), Map.entry("RReLU", "lower={lower}, upper={upper}?inplace"),
        Map.entry("Threshold", "threshold={threshold}, value={value}?inplace"), Map.entry("Softplus", "beta={beta}, threshold={threshold}"),
        Map.entry("Hardshrink|Softshrink", "{lambd}"), Map.entry("PReLU", "num_parameters={num_parameters}"), Map.entry("GELU", "approximate='{approximate}'"),
        Map.entry("Softmax|LogSoftmax|GLU", "dim={dim}"), Map.entry("Softmin", "dim={dim}"),
        Map.entry("MaxPool\\dd", "kernel_size={kernel_size}, stride={stride}, padding={padding}, dilation={dilation}, ceil_mode={ceil_mode}"),
        Map.entry("AvgPool1d", "kernel_size={kernel_size}, stride={stride}, padding={padding}"), Map.entry("AvgPool[23]d", "kernel_size={kernel_size}, stride={stride}, padding={padding}"),
        Map.entry("LPPool\\dd", "norm_type={norm_type}, kernel_size={kernel_size}, stride={stride}, ceil_mode={ceil_mode}"),
        Map.entry("Adaptive...Pool\\dd", "output_size={output_size}"), Map.entry("MaxUnpool\\dd", "kernel_size={kernel_size}, stride={stride}, padding={padding}"),
        Map.entry("Flatten", "start_dim={start_dim}, end_dim={end_dim}"), Map.entry("Unflatten", "dim={dim}, unflattened_size={unflattened_size}"),
        Map.entry("PixelShuffle", "upscale_factor={upscale_factor}"), Map.entry("PixelUnshuffle", "downscale_factor={downscale_factor}"),
        Map.entry("ConstantPad\\dd", "padding={padding}, value={value}"), Map.entry("ChannelShuffle", "groups={groups}"),
        Map.entry("Unfold", "kernel_size={kernel_size}, dilation={dilation}, padding={padding}, stride={stride}"));

    private ModuleText() {}

    static String of(ModuleObject module) {
        String extra = Texts.str(module.invoke("extra_repr", Arguments.NONE));
        String name = Texts.str(module.invoke("_get_name", Arguments.NONE));
        var lines = new ArrayList<String>();
        module.modules.forEach((key, m) -> lines.add("(" + key + "): " + indented(text(module, key, m))));
        var all = new ArrayList<String>(extra.isEmpty() ? List.of() : List.of(extra.split("\n", -1)));
        boolean single = all.size() == 1 && lines.isEmpty();
        all.addAll(lines);
        String inside = all.isEmpty() ? "" : single ? all.get(0) : "\n  " + String.join("\n  ", all) + "\n";
        return name + "(" + inside + ")";
    }

    private static String text(ModuleObject parent, String key, Object member) {
        String text = Texts.repr(member);
        boolean projection = key.equals("out_proj") && parent.unit() != null && text.startsWith("Linear(");
        return projection ? "NonDynamicallyQuantizable" + text : text;
    }

    private static String indented(String text) {
        return text.replace("\n", "\n  ");
    }

    /** What stands in the brackets of a layer, before its modules. */
    static String extra(ModuleObject module) {
        if (module.unit() == null) {
            return "";
        }
        String layer = module.unit().layer().className();
        if (layer.matches("Conv(Transpose)?\\dd")) {
            return convolution(module);
        }
        if (layer.matches("(LSTM|GRU|RNN)(Cell)?")) {
            return recurrent(module, layer);
        }
        if (layer.equals("Embedding") || layer.equals("EmbeddingBag")) {
            String index = attribute(module, "padding_idx");
            return attribute(module, "num_embeddings") + ", " + attribute(module, "embedding_dim") + (index.equals("None") ? "" : ", padding_idx=" + index)
                + (layer.equals("EmbeddingBag") ? ", mode=" + attribute(module, "mode") : "");
        }
        if (layer.startsWith("Upsampl")) {
            return upsample(module);
        }
        if (layer.matches("(Zero|Reflection|Replication|Circular)Pad\\dd")) {
            return padding(module, layer);
        }
        return FORMS.entrySet().stream().filter(e -> layer.matches(e.getKey())).findFirst().map(e -> filled(module, e.getValue())).orElse("");
    }

    private static String filled(ModuleObject module, String form) {
        var out = new StringBuilder();
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            if (c == '{') {
                int end = form.indexOf('}', i);
                out.append(attribute(module, form.substring(i + 1, end)));
                i = end;
            } else if (c == '?') {
                boolean inplace = Boolean.TRUE.equals(module.rawAttribute("inplace"));
                out.append(inplace ? (out.length() > 0 ? ", " : "") + "inplace=True" : "");
                break;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String attribute(ModuleObject module, String name) {
        Object value = module.rawAttribute(name);
        if (name.equals("bias")) {
            return value == Special.NONE || value == null ? "False" : "True";
        }
        return value instanceof String s ? s : Texts.repr(value == null ? Special.NONE : value);
    }

    private static boolean isAll(Object value, long number) {
        return value instanceof PyTuple t ? t.elements().stream().allMatch(e -> e.equals(number)) : value != null && value.equals(number);
    }

    private static String convolution(ModuleObject m) {
        var out = new StringBuilder(filled(m, "{in_channels}, {out_channels}, kernel_size={kernel_size}, stride={stride}"));
        if (!isAll(m.rawAttribute("padding"), 0)) {
            out.append(", padding=").append(attribute(m, "padding"));
        }
        if (!isAll(m.rawAttribute("dilation"), 1)) {
            out.append(", dilation=").append(attribute(m, "dilation"));
        }
        if (!isAll(m.rawAttribute("output_padding"), 0)) {
            out.append(", output_padding=").append(attribute(m, "output_padding"));
        }
        if (!isAll(m.rawAttribute("groups"), 1)) {
            out.append(", groups=").append(attribute(m, "groups"));
        }
        if (attribute(m, "bias").equals("False")) {
            out.append(", bias=False");
        }
        String mode = attribute(m, "padding_mode");
        return out.append(mode.equals("zeros") || mode.equals("None") ? "" : ", padding_mode=" + mode).toString();
    }

    private static String recurrent(ModuleObject m, String layer) {
        var out = new StringBuilder(filled(m, "{input_size}, {hidden_size}"));
        for (String name : List.of("proj_size", "num_layers", "bias", "batch_first", "dropout", "bidirectional")) {
            Object value = m.layerArguments().signature().parameters().stream().anyMatch(p -> layerbook.operations.Spelling.snake(p.name()).equals(name))
                ? LayerAttributes.get(m, name) : null;
            boolean standard = value == null || value.equals(0L) || value.equals(0.0) || name.equals("num_layers") && value.equals(1L)
                || value.equals(name.equals("bias"));
            out.append(standard ? "" : ", " + name + "=" + Texts.repr(value));
        }
        return out.toString();
    }

    private static String upsample(ModuleObject m) {
        Object factor = m.rawAttribute("scale_factor");
        Object scale = factor instanceof Long l ? (Object) (double) l : factor;
        return (scale != Special.NONE && scale != null ? "scale_factor=" + Texts.repr(scale) : "size=" + attribute(m, "size")) + ", mode=" + mode(m);
    }

    private static String mode(ModuleObject m) {
        String layer = m.unit().layer().className();
        return layer.endsWith("Bilinear2d") ? "bilinear" : layer.endsWith("Nearest2d") ? "nearest" : attribute(m, "mode");
    }

    private static String padding(ModuleObject m, String layer) {
        Object value = m.rawAttribute("padding");
        int count = 2 * (layer.charAt(layer.length() - 2) - '0');
        return Texts.repr(value instanceof PyTuple ? value : PyTuple.of(java.util.Collections.nCopies(count, value).toArray()));
    }
}

package layerbook.jupyter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import layerbook.session.output.Choices;

/**
 * Sliders, by the protocol of ipywidgets (version 2.1): each part of what is shown is a model with a channel of its own; the front end has the
 * views. Where it has none, what is beside the view in the bundle is shown: a table.
 */
final class Widgets {
    static final String VIEW = "application/vnd.jupyter.widget-view+json";
    static final String TARGET = "jupyter.widget";
    private static final String BASE = "@jupyter-widgets/base";
    private static final String CONTROLS = "@jupyter-widgets/controls";

    private final Comms comms;

    Widgets(Comms comms) {
        this.comms = comms;
    }

    /** A slider over the choices, and below it what the chosen one comes to; gives what stands for it in a MIME bundle. */
    Map<String, Object> slider(Message because, Choices choices) {
        var shown = new Model(because, "HTML", CONTROLS, Map.of("value", choices.html().apply(choices.chosen())));
        var slider = whole(choices.values()) ? numbers(because, choices, shown) : words(because, choices, shown);
        var box = new Model(because, "VBox", CONTROLS, Map.of("children", List.of(slider.reference(), shown.reference())));
        return Map.of("version_major", 2, "version_minor", 0, "model_id", box.id);
    }

    /** Whether the values are whole numbers at equal distances, so that a slider for numbers can reach all of them and nothing between. */
    private static boolean whole(List<String> values) {
        if (values.size() < 2 || !values.stream().allMatch(v -> v.matches("-?\\d{1,9}"))) {
            return false;
        }
        int[] numbers = values.stream().mapToInt(Integer::parseInt).toArray();
        return numbers[1] > numbers[0] && IntStream.range(1, numbers.length).allMatch(i -> numbers[i] - numbers[i - 1] == numbers[1] - numbers[0]);
    }

    private Model numbers(Message because, Choices choices, Model shown) {
        int[] numbers = choices.values().stream().mapToInt(Integer::parseInt).toArray();
        var state = described(choices);
        state.put("min", numbers[0]);
        state.put("max", numbers[numbers.length - 1]);
        state.put("step", numbers[1] - numbers[0]);
        state.put("value", numbers[choices.chosen()]);
        state.put("style", new Model(because, "SliderStyle", CONTROLS, Map.of("description_width", "initial")).reference());
        return new Model(because, "IntSlider", CONTROLS, state).onUpdate((moved, update) -> {
            int which = update.get("value") instanceof Integer n ? choices.values().indexOf(n.toString()) : -1;
            show(moved, choices, which, shown);
        });
    }

    private Model words(Message because, Choices choices, Model shown) {
        var state = described(choices);
        state.put("_options_labels", choices.values());
        state.put("index", choices.chosen());
        state.put("style", new Model(because, "DescriptionStyle", CONTROLS, Map.of("description_width", "initial")).reference());
        return new Model(because, "SelectionSlider", CONTROLS, state).onUpdate((moved, update) -> show(moved, choices, update.get("index") instanceof Integer n ? n : -1, shown));
    }

    private static Map<String, Object> described(Choices choices) {
        var state = new LinkedHashMap<String, Object>();
        state.put("description", choices.name());
        state.put("continuous_update", true);
        state.put("readout", true);
        state.put("orientation", "horizontal");
        state.put("disabled", false);
        return state;
    }

    private static void show(Message because, Choices choices, int which, Model shown) {
        if (which >= 0 && which < choices.values().size()) {
            shown.set(because, "value", choices.html().apply(which));
        }
    }

    private interface Updated {
        void update(Message because, Map<String, Object> changed);
    }

    /** One model: its state is here and in the front end, and either side tells the other what it changed. */
    private final class Model {
        private final String id = UUID.randomUUID().toString().replace("-", "");
        private final Map<String, Object> state = new LinkedHashMap<>();
        private Updated updated = (because, changed) -> { };

        Model(Message because, String name, String module, Map<String, Object> more) {
            state.put("_model_name", name + "Model");
            state.put("_model_module", module);
            state.put("_model_module_version", "*");
            state.put("_view_name", name.endsWith("Style") ? "StyleView" : name + "View");
            state.put("_view_module", name.endsWith("Style") ? BASE : module);
            state.put("_view_module_version", "*");
            state.put("_view_count", null);
            if (!name.endsWith("Style") && !name.equals("Layout")) {
                state.put("layout", new Model(because, "Layout", BASE, Map.of()).reference());
            }
            state.putAll(more);
            comms.open(because, id, TARGET, Map.of("state", Map.copyOf(withoutNulls()), "buffer_paths", List.of()), this::heard);
        }

        /** What a front end takes for null anyway is not told. */
        private Map<String, Object> withoutNulls() {
            var told = new LinkedHashMap<>(state);
            told.values().removeIf(java.util.Objects::isNull);
            return told;
        }

        Model onUpdate(Updated then) {
            updated = then;
            return this;
        }

        String reference() {
            return "IPY_MODEL_" + id;
        }

        synchronized void set(Message because, String name, Object value) {
            state.put(name, value);
            tell(because, Map.of(name, value));
        }

        private void tell(Message because, Map<String, Object> told) {
            comms.tell(because, id, Map.of("method", "update", "state", told, "buffer_paths", List.of()));
        }

        private synchronized void heard(Message message) {
            Map<String, Object> data = message.map("data");
            if ("request_state".equals(data.get("method"))) {
                tell(message, withoutNulls());
            } else if ("update".equals(data.get("method")) && data.get("state") instanceof Map<?, ?> changed) {
                var changes = new LinkedHashMap<String, Object>();
                changed.forEach((name, value) -> changes.put(String.valueOf(name), value));
                changes.keySet().retainAll(state.keySet());
                state.putAll(changes);
                updated.update(message, changes);
            }
        }
    }
}

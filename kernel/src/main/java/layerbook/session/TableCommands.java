package layerbook.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.count.Optimizer;
import layerbook.layer.Option;
import layerbook.session.jshell.History;
import layerbook.session.output.Output;
import layerbook.session.words.FileFolders;
import layerbook.session.words.Nn;
import layerbook.session.words.TableWords;
import layerbook.session.words.ValueDisplay;
import layerbook.session.words.WordArguments;
import layerbook.shape.DType;
import layerbook.table.Difference;
import layerbook.table.Laid;

/** The commands that show whole networks; each is a word of {@link TableWords} as well. */
final class TableCommands {
    private final Session session;

    private TableCommands(Session session) {
        this.session = session;
    }

    static void register(Commands commands, Session session, Echo echo, History history) {
        var t = new TableCommands(session);
        t.add(commands, "summary", "[torchinfo|keras]", "what torchsummary prints, or torchinfo, or as Keras does", "", WordArguments::summary);
        t.add(commands, "tree", "[network] [depth]", "the network as a tree with totals", "depth", WordArguments::tree);
        t.add(commands, "memory", "[network] [choices]", "what memory it needs: /memory inference float16 8", "batch", WordArguments::memory);
        t.add(commands, "backward", "[network]", "the work of a training step", "", WordArguments::backward);
        t.add(commands, "chart", "[network]", "parameters against work, as bars", "", WordArguments::chart);
        commands.add(new Command("compare", "a b", "two networks side by side", t::compare));
        commands.add(new Command("load", "FILE", "what a file holds: .safetensors, .gguf, .pt, .onnx, config.json, .py", t::load,
            typed -> FileNames.complete(typed, FileFolders.folders(echo.book()))));
        commands.add(new Command("diff", "", "what the last change did to the networks", c -> show(c, Difference.of(history.before(), echo.book().graph(), echo.convention()))));
    }

    private void add(Commands commands, String name, String usage, String summary, String number, Function<WordArguments, Laid> shown) {
        commands.add(new Command(name, usage, summary, c -> show(c, shown.apply(new WordArguments(arguments(c, number).toArray())))));
    }

    private static void show(Invocation c, Laid laid) {
        c.show(new Output.Shown(ValueDisplay.showable(laid)));
    }

    private List<Object> arguments(Invocation c, String number) {
        var out = new ArrayList<Object>();
        for (String word : c.words()) {
            out.add(word.matches("\\d{1,9}") && !number.isEmpty() ? Option.of(number, Integer.parseInt(word)) : argument(word, c));
        }
        return out;
    }

    private Object argument(String word, Invocation c) {
        Object variable = session.valueOf(word);
        return variable != null ? variable : known(word.toUpperCase(Locale.ROOT)).orElseThrow(() -> new Command.Refused("there is no variable " + word + " and no such choice", "/vars"));
    }

    private static Optional<Object> known(String word) {
        Optional<Convention> convention = Conventions.find(word);
        if (convention.isPresent()) {
            return Optional.of(convention.get());
        }
        return Stream.<Object[]>of(TableWords.Summary.values(), TableWords.Use.values(), Optimizer.values(), DType.values()).flatMap(Stream::of)
            .filter(o -> ((Enum<?>) o).name().equals(word)).findFirst();
    }

    private void load(Invocation c) {
        if (c.words().isEmpty()) {
            throw new Command.Refused("/load wants the name of a file", "/load model.safetensors");
        }
        show(c, Nn.load(String.join(" ", c.words())));
    }

    private void compare(Invocation c) {
        List<String> words = c.words();
        if (words.size() != 2) {
            throw new Command.Refused("/compare wants two variables that hold networks", "/compare a b");
        }
        show(c, TableWords.compare(argument(words.get(0), c), argument(words.get(1), c)));
    }
}

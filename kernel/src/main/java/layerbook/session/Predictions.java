package layerbook.session;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.count.NetworkView;
import layerbook.lesson.Question;
import layerbook.lesson.Quiz;
import layerbook.lesson.Verdict;
import layerbook.net.Graph;
import layerbook.session.output.Output;
import layerbook.session.words.Selectors;
import layerbook.session.words.ValueDisplay;
import layerbook.table.Widths;

/** Asks the learner: what a statement will show, before it is shown, and a quiz on the network. */
final class Predictions {
    private static final int AT_ONCE = 3;
    private static final Pattern QUIZ = Pattern.compile("(\\d{1,3})?\\s*(?:seed (\\d{1,18}))?");

    private volatile Function<String, String> person;
    private boolean on;
    private Question.Ask only;
    private int asked;

    void register(Commands commands, Session session) {
        commands.add(new Command("predict", "[on|off|params|shape|flops]", "asks what comes before it is shown, and names the slip", this::predict,
            t -> List.of("on", "off", "params", "shape", "flops")));
        commands.add(new Command("quiz", "[how many] [seed n]", "questions on the network, marked; at the end, what to review", this::quiz));
    }

    /** Whom to ask: shows a prompt and gives the line typed, or null if nobody answers. */
    void person(Function<String, String> who) {
        person = who;
    }

    private void predict(Invocation c) {
        String word = c.arguments().toLowerCase(Locale.ROOT);
        if (!List.of("", "on", "off", "params", "shape", "flops").contains(word)) {
            throw new Command.Refused("/predict is on, off, params, shape or flops; not " + c.arguments(), "/predict on");
        }
        if (!word.isEmpty()) {
            on = !word.equals("off");
            only = on && !word.equals("on") ? Question.Ask.valueOf(word.toUpperCase(Locale.ROOT)) : null;
            asked = 0;
        }
        c.say("predict " + (!on ? "off" : only == null ? "on" : only.name().toLowerCase(Locale.ROOT))
            + (on && person == null ? ": but nobody can be asked here; at a terminal, in Jupyter and in layerbook learn" : on ? ": Enter skips a question, ? shows the working" : ""));
    }

    /** Asks about what was added, at most some questions for one statement. */
    void ask(Graph before, Graph now, Consumer<Output> out) {
        if (!on || person == null || now.size() <= before.size() || !before.isEmpty() && !now.has(before.last())) {
            return;
        }
        int questions = 0;
        for (int i = before.size(); i < now.size() && questions < AT_ONCE; i++) {
            Optional<Question> question = worth(now, i);
            if (question.isPresent()) {
                questions++;
                asked++;
                if (said(question.get(), out).isEmpty()) {
                    return;
                }
            }
        }
    }

    /** What is worth asking about a row: each kind of question in turn, if the row has something to work out. */
    private Optional<Question> worth(Graph graph, int row) {
        Question.Ask[] kinds = Question.Ask.values();
        for (int i = 0; i < kinds.length; i++) {
            Question.Ask kind = only != null ? only : kinds[(asked + i) % kinds.length];
            Optional<Question> question = Question.of(graph, graph.call(row), kind);
            if (question.isPresent() || only != null) {
                return question;
            }
        }
        return Optional.empty();
    }

    /** How a question went: an answer marked, or skipped. */
    private record Said(Verdict verdict) {}

    /** Asks one question; nothing if nobody answers any more. */
    private Optional<Said> said(Question question, Consumer<Output> out) {
        line(out, question.text());
        String typed = person.apply("  " + question.label() + ": ");
        if (typed != null && typed.strip().equals("?")) {
            out.accept(new Output.Shown(ValueDisplay.showable(Selectors.explain(question.call()))));
            return Optional.of(new Said(new Verdict(false, "")));
        }
        if (typed == null || typed.isBlank()) {
            return typed == null ? Optional.empty() : Optional.of(new Said(null));
        }
        Verdict verdict = question.judge(typed);
        line(out, verdict.text());
        return Optional.of(new Said(verdict));
    }

    private static void line(Consumer<Output> out, String text) {
        out.accept(new Output.Shown(view -> {
            String wrapped = String.join("\n", Widths.wrap(text, Math.max(20, view.width() - 4)).stream().map(l -> "  " + l).toList());
            return view.unicode() ? wrapped : layerbook.table.Figures.ascii(wrapped);
        }));
    }

    // ---- a quiz

    private void quiz(Invocation c) {
        Matcher form = QUIZ.matcher(c.arguments().strip());
        if (!form.matches() || "0".equals(form.group(1))) {
            throw new Command.Refused("/quiz takes how many questions, and a seed; not " + c.arguments(), "/quiz 5 seed 1");
        }
        NetworkView network = Selectors.view(null);
        long seed = form.group(2) == null ? new Random().nextInt(1_000) : Long.parseLong(form.group(2));
        List<Question> questions = Quiz.of(network, form.group(1) == null ? 5 : Integer.parseInt(form.group(1)), seed);
        if (questions.isEmpty()) {
            throw new Command.Refused("there is nothing to ask about this network", "conv2d(16, 3, padding(1))");
        }
        if (person == null) {
            sheet(c, questions, seed);
        } else {
            marked(c, questions, seed);
        }
    }

    /** Nobody can be asked: the questions, then the answers. */
    private static void sheet(Invocation c, List<Question> questions, long seed) {
        for (int i = 0; i < questions.size(); i++) {
            line(c::show, i + 1 + ". " + questions.get(i).text());
        }
        line(c::show, "Answers (seed " + seed + "):");
        for (int i = 0; i < questions.size(); i++) {
            line(c::show, i + 1 + ". " + questions.get(i).answer());
        }
    }

    private void marked(Invocation c, List<Question> questions, long seed) {
        int right = 0;
        int put = 0;
        var review = new TreeSet<String>();
        for (Question question : questions) {
            Optional<Said> said = said(question, c::show);
            if (said.isEmpty()) {
                break;
            }
            put++;
            boolean good = said.get().verdict() != null && said.get().verdict().right();
            right += good ? 1 : 0;
            if (!good) {
                review.add(question.review());
            }
        }
        line(c::show, right + " of " + put + " right (/quiz " + questions.size() + " seed " + seed + " asks the same again)."
            + (review.isEmpty() ? "" : " To review: " + String.join(", ", review.stream().map(l -> "layerbook learn " + l).toList()) + "."));
    }
}

package layerbook.session.jshell;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jshell.ImportSnippet;
import jdk.jshell.Snippet;
import layerbook.session.jshell.InheritedDeclarations.Known;

/**
 * Hands what was declared in one shell to the next. Nothing is compiled: variables, methods and types are imported from where they are.
 *
 * @param words the class whose static members are the words that a user types
 * @param fieldsOf the names of a class's static fields
 */
record Handover(Class<?> words, SharedClasses library, Function<String, Set<String>> fieldsOf) {
    /** All that a shell knows, by itself or from shells before it, as the next one will have to know it. */
    static InheritedDeclarations outOf(ShellInstance old, InheritedDeclarations carried) {
        var all = new InheritedDeclarations();
        carried.all().forEach(d -> all.add(d, carried.get(d)));
        old.own().forEach((d, snippet) -> all.add(d, old.shell().status(snippet) == Snippet.Status.VALID ? new Known(null, old.control().latest(snippet.id())) : Known.NOT));
        return all;
    }

    /** What has not been compiled yet, or to something provisional, and what mentions it. */
    static Set<Declaration> unfinished(InheritedDeclarations all) {
        List<Declaration> first = all.all().stream().filter(d -> all.get(d).owner() == null).toList();
        var found = new LinkedHashSet<>(first);
        found.addAll(all.mentioning(first.stream().map(Declaration::name).toList()));
        return found;
    }

    /** Enters a fresh shell, with the user's imports and these declarations; says how each of them is known there. */
    InheritedDeclarations into(ShellInstance fresh, List<ImportSnippet> imports, InheritedDeclarations all, List<Declaration> declared) {
        var hidden = new HashSet<>(fieldsOf.apply(words.getName()));
        imports.stream().filter(i -> i.isStatic() && i.fullname().endsWith(".*")).forEach(i -> hidden.addAll(fieldsOf.apply(i.fullname().replaceAll("\\.\\*$", ""))));
        List<String> variables = declared.stream().filter(Declaration::isVariable).map(Declaration::name).toList();
        Map<String, Set<String>> owners = declared.stream().filter(d -> d.kind() == Declaration.Kind.METHOD)
            .collect(Collectors.groupingBy(Declaration::name, Collectors.mapping(d -> all.get(d).owner(), Collectors.toSet())));
        fresh.enter(library.files(variables, name -> !hidden.contains(name) && !owners.containsKey(name), owners));
        imports.forEach(i -> fresh.bring(i.source()));
        fresh.bring("import static " + SharedClasses.VARIABLES + ".*;");
        fresh.bring("import static " + SharedClasses.OBJECTS + ".*;");
        variables.stream().filter(hidden::contains).filter(name -> !owners.containsKey(name)).forEach(fresh::bringMember);
        Map<String, Snippet> methods = owners.keySet().stream().collect(Collectors.toMap(name -> name, fresh::bringMember));
        var kept = new InheritedDeclarations();
        for (Declaration each : declared) {
            Snippet by = switch (each.kind()) {
                case METHOD -> methods.get(each.name());
                case TYPE -> fresh.bring("import " + all.get(each).owner() + "." + each.name() + ";");
                default -> null;
            };
            kept.add(each, new Known(by, all.get(each).owner()));
        }
        return kept;
    }
}

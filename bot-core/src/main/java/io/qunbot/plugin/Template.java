package io.qunbot.plugin;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import io.qunbot.text.Nearest;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text with places for values: {@code 欢迎 {{names}}!}
 *
 * <p>A list prints as lines that begin with a dot; {@code {{#value}}{{.}} {{/value}}} prints it any
 * other way. A sentence with a value that is not known at the moment falls away whole, up to its
 * 。!?; or line break, so that nobody reads 您是第 位成员. Immutable.
 */
@Doc(zh = "文字,可以带 {{变量}},加英文双引号", en = "a text, perhaps with {{variables}}, in double quotes")
@Written(examples = "欢迎 {{names}}!")
public final class Template {

    /** Stands for a value that is not known; a noncharacter, so nobody types it. */
    private static final String UNKNOWN = "\ufdd0";
    private static final Mustache.Compiler MUSTACHE = Mustache.compiler()
            .escapeHTML(false)
            .defaultValue(UNKNOWN)
            .withFormatter(Template::print);

    private final String source;
    private final com.samskivert.mustache.Template compiled;
    private final Set<String> variables;

    private Template(String source, com.samskivert.mustache.Template compiled) {
        this.source = source;
        this.compiled = compiled;
        this.variables = Set.copyOf(Names.of(compiled));
    }

    public static Template parse(String text) {
        if (text.isBlank()) {
            throw new Mistake(new Words("这段文字是空的", "this text is empty"), Words.NONE);
        }
        if (text.contains("{{>") || braces(text, "{{") != braces(text, "}}") || text.contains("\uff5b\uff5b")) {
            throw new Mistake(new Words("“{{”和“}}”没有成对", "'{{' and '}}' do not pair"),
                    new Words("变量写成 {{name}},用半角的花括号", "write a variable as {{name}}, with ASCII braces"));
        }
        try {
            return new Template(text, MUSTACHE.compile(text));
        } catch (MustacheException | IndexOutOfBoundsException mistake) {
            throw new Mistake(new Words("{{#名字}} 和 {{/名字}} 没有成对", "{{#name}} and {{/name}} do not pair"),
                    new Words("每个 {{#名字}} 都要有一个 {{/名字}}", "every {{#name}} needs a {{/name}}"));
        }
    }

    /** The names of the values it has places for. */
    public Set<String> variables() {
        return variables;
    }

    /**
     * The text with values in their places; empty when every sentence fell away.
     *
     * @param values texts, numbers, lists of texts, and maps of these for {@code {{staff.发票}}}
     */
    public String fill(Map<String, ?> values) {
        String filled = compiled.execute(values);
        return filled.contains(UNKNOWN) ? Sentences.without(UNKNOWN, filled).strip() : filled.strip();
    }

    /** Reports the variables that nothing will ever give a value. */
    public static void check(Located<Template> template, Set<String> known, Problems problems) {
        for (String name : template.value().variables()) {
            if (!known.contains(name)) {
                problems.error("R201", template.place(),
                        new Words("不认识的变量 “{{" + name + "}}”", "unknown variable '{{" + name + "}}'"),
                        help(name, known));
            }
        }
    }

    private static Words help(String name, Set<String> known) {
        return Nearest.to(name, known)
                .map(near -> new Words("您是不是想写 “{{" + near + "}}”?", "did you mean '{{" + near + "}}'?"))
                .orElseGet(() -> Detail.way(name).orElseGet(() -> list(known)));
    }

    private static Words list(Set<String> known) {
        String names = known.stream().sorted().collect(Collectors.joining(" "));
        return new Words("这里可以用:" + names, "known here: " + names);
    }

    private static int braces(String text, String pair) {
        return (text.length() - text.replace(pair, "").length()) / pair.length();
    }

    private static String print(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(line -> "· " + line).collect(Collectors.joining("\n"))
                : value.toString();
    }

    public String source() {
        return source;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template template && template.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }

    /** Collects the names in a template. */
    private static final class Names implements Mustache.Visitor {

        private final Set<String> found = new LinkedHashSet<>();

        static Set<String> of(com.samskivert.mustache.Template template) {
            Names names = new Names();
            template.visit(names);
            return names.found;
        }

        @Override
        public void visitText(String text) {}

        @Override
        public void visitVariable(String name) {
            add(name);
        }

        @Override
        public boolean visitInclude(String name) {
            return false;
        }

        @Override
        public boolean visitSection(String name) {
            add(name);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            add(name);
            return true;
        }

        private void add(String name) {
            boolean own = name.equals(".") || name.equals("this") || name.startsWith("-");
            if (!own) {
                found.add(name);
            }
        }
    }
}

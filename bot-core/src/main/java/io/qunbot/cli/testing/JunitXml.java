package io.qunbot.cli.testing;

import io.qunbot.simulation.run.Entry;
import io.qunbot.simulation.run.Result;
import io.qunbot.simulation.run.Result.Verdict;
import io.qunbot.yaml.Language;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Results as JUnit writes them, for Jenkins and GitLab: a suite for each file. */
public final class JunitXml {

    private final XMLStreamWriter xml;
    private final TextResults texts;

    private JunitXml(XMLStreamWriter xml, Language language) {
        this.xml = xml;
        this.texts = new TextResults(language);
    }

    /** Writes a file; what was there is replaced. */
    public static void write(Path file, Outcomes outcomes, Language language) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            new JunitXml(xml, language).suites(outcomes);
            xml.close();
        } catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
    }

    private void suites(Outcomes outcomes) throws XMLStreamException {
        Map<String, List<Result>> files = outcomes.results().stream()
                .collect(Collectors.groupingBy(result -> result.script().file(), LinkedHashMap::new,
                        Collectors.toList()));
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        counts("qunbot test", outcomes.results(), outcomes.broken().size());
        xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", outcomes.seconds()));
        for (Map.Entry<String, List<Result>> file : files.entrySet()) {
            suite(file.getKey(), file.getValue());
        }
        if (!outcomes.broken().isEmpty()) {
            broken(outcomes.broken());
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void counts(String name, List<Result> results, int errors) throws XMLStreamException {
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", String.valueOf(results.size() + errors));
        xml.writeAttribute("failures", count(results, Verdict.FAILED));
        xml.writeAttribute("errors", String.valueOf(errors));
        xml.writeAttribute("skipped", count(results, Verdict.SKIPPED));
    }

    private static String count(List<Result> results, Verdict verdict) {
        return String.valueOf(results.stream().filter(result -> result.verdict() == verdict).count());
    }

    private void suite(String file, List<Result> results) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        counts(file, results, 0);
        for (Result result : results) {
            testCase(result);
        }
        xml.writeEndElement();
    }

    private void testCase(Result result) throws XMLStreamException {
        String file = result.script().file();
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname",
                file.substring(file.lastIndexOf('/') + 1).replaceFirst("(\\.test)?\\.ya?ml$", ""));
        xml.writeAttribute("name", clean(result.script().name().value()));
        xml.writeAttribute("file", file);
        xml.writeAttribute("line", String.valueOf(result.script().name().place().line()));
        if (result.verdict() == Verdict.SKIPPED) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", clean(result.script().skip().orElse("")));
        } else if (result.failed()) {
            failure(result);
        }
        xml.writeEndElement();
    }

    private void failure(Result result) throws XMLStreamException {
        String message = result.entries().stream().filter(entry -> entry.mark() == Entry.Mark.FAILED).findFirst()
                .map(Entry::text).orElse("");
        xml.writeStartElement("failure");
        xml.writeAttribute("message", clean(message));
        xml.writeCharacters(clean(String.join("\n", texts.failure(result))));
        xml.writeEndElement();
    }

    private void broken(List<String> names) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        counts("broken", List.of(), names.size());
        for (String name : names) {
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", "broken");
            xml.writeAttribute("name", clean(name));
            xml.writeEmptyElement("error");
            xml.writeAttribute("message", "qunbot check");
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** Without the control characters that XML cannot hold. */
    private static String clean(String text) {
        return text.codePoints().filter(point -> point >= ' ' || point == '\n' || point == '\t')
                .filter(point -> point != 0xFFFE && point != 0xFFFF && !(point >= 0xD800 && point < 0xE000))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}

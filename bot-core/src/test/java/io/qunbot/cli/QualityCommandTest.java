package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.bot.model.ModelServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets in which a query has a rule's very words or nothing in common with any, so that counts are known by hand. */
class QualityCommandTest {

    private static final String RULES = """
            {"intent":"parking","questions":["停车场收费吗","停车一小时多少钱"]}

            {"intent":"wifi","questions":["店里无线密码是多少"]}
            {"intent":"refund","questions":["押金什么时候退"]}
            """;
    private static final String QUERIES = """
            {"text":"停车场收费吗?","intent":"parking","type":"answerable"}
            {"text":"押金什么时候退","intent":"refund","type":"answerable"}
            {"text":"店里无线密码是多少","intent":"refund","type":"answerable"}
            {"text":"[红包] 店里无线密码是多少","intent":"wifi","type":"answerable"}
            {"text":"哈哈哈","intent":null,"type":"chat"}
            {"text":"😂","type":"chat"}

            {"text":"停车场收费吗","intent":null,"type":"question_other"}
            {"text":"押金什么时候退","intent":null,"type":"advert"}
            """;
    private static final String NOISY = """
            {"text":"@小助手 停車場收費嗎 😂","intent":"parking","type":"answerable","noise":"wrapping"}
            """;

    @TempDir
    private Path folder;
    private CliHome home;

    @BeforeEach
    void furnish() throws IOException {
        home = new CliHome(folder);
        home.write("shop/rules.jsonl", RULES);
        home.write("shop/queries.jsonl", QUERIES);
        home.write("shop/queries_noisy.jsonl", NOISY);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static CliHome.Result quality(String... arguments) {
        return in("en", arguments);
    }

    private static CliHome.Result in(String language, String... arguments) {
        List<String> all = new ArrayList<>(List.of("quality", "--lang", language, "--answer", "0.5"));
        all.addAll(List.of(arguments));
        return CliHome.run(all);
    }

    private CliHome.Result shop(String... more) {
        List<String> all = new ArrayList<>(List.of("--rules", file("shop/rules.jsonl"), "--queries",
                file("shop/queries.jsonl"), file("shop/queries_noisy.jsonl")));
        all.addAll(List.of(more));
        return quality(all.toArray(String[]::new));
    }

    private static JsonObject json(CliHome.Result result) {
        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isZero();
        return JsonParser.parseString(result.out()).getAsJsonObject();
    }

    @Test
    void countsWhatWasAnsweredAndWhatShouldNotHaveBeen() {
        JsonObject set = json(shop("--format", "json")).getAsJsonArray("sets").get(0).getAsJsonObject();

        assertThat(set.get("name").getAsString()).isEqualTo("shop");
        assertThat(set.get("rules").getAsInt()).isEqualTo(3);
        assertThat(set.get("queries").getAsInt()).isEqualTo(9);
        assertThat(set.get("p50CpuMillis").getAsDouble()).isPositive();
        assertThat(set.getAsJsonObject("measures").keySet()).containsExactly("hit", "wrong", "offTopicAnswered",
                "answered.advert", "noisyHit", "top1", "top3");
        assertThat(set.getAsJsonObject("measures")).hasToString("{\"hit\":" + counted(2, 4, "50.0")
                + ",\"wrong\":" + counted(1, 4, "25.0") + ",\"offTopicAnswered\":" + counted(1, 3, "33.33")
                + ",\"answered.advert\":" + counted(1, 1, "100.0") + ",\"noisyHit\":" + counted(1, 1, "100.0")
                + ",\"top1\":" + counted(2, 4, "50.0") + ",\"top3\":"
                + set.getAsJsonObject("measures").get("top3") + "}");
    }

    private static String counted(int count, int of, String percent) {
        return "{\"count\":" + count + ",\"of\":" + of + ",\"percent\":" + percent + "}";
    }

    @Test
    void anEmbedderIsAskedForEverythingOnceAndHasItsSay() throws IOException {
        home.write("shop/queries.jsonl", "{\"text\":\"无线的密码\",\"intent\":\"wifi\",\"type\":\"answerable\"}\n");
        try (ModelServer server = new ModelServer()) {
            assertThat(predictions()).isNotEqualTo(predictions("--embedder", server.url(), "--model", "tiny"));

            assertThat(server.asked).flatExtracting(each -> each.getAsJsonArray("input").asList())
                    .extracting(JsonElement::getAsString)
                    .containsExactly("停车场收费吗", "停车1小时多少钱", "店里无线密码是多少", "押金什么时候退", "无线的密码");
            server.behave(_ -> ModelServer.completion("no vectors"));
            CliHome.Result result = shop("--embedder", server.url(), "--model", "tiny");
            assertThat(result.exit()).isEqualTo(3);
            assertThat(result.err()).contains("the embedder did not give all vectors");
        }
        assertThat(shop("--embedder", "nowhere", "--model", "tiny").err()).contains("an address up to /v1");
    }

    private List<String> predictions(String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of("--predictions", file("out.tsv")));
        all.addAll(List.of(more));
        assertThat(shop(all.toArray(String[]::new)).exit()).isZero();
        return Files.readAllLines(folder.resolve("out.tsv"));
    }

    @Test
    void aPersonReadsTheSameInATable() {
        assertThat(shop().out().lines()).startsWith("threshold 0.5 (--answer)").anySatisfy(
                line -> assertThat(line).matches("off-topic answered % +33\\.33"))
                .anySatisfy(line -> assertThat(line).matches("advert answered % +100\\.00"));
        assertThat(in("zh", "--data", file("")).out().lines()).startsWith("阈值 threshold 0.5(--answer)")
                .anySatisfy(line -> assertThat(line).matches("答对 +hit@1 % +50\\.00"));
    }

    @Test
    void predictionsAreALineForEachQueryWithItsLineInItsFile() throws IOException {
        assertThat(shop("--predictions", file("out.tsv")).exit()).isZero();

        List<String> lines = Files.readAllLines(folder.resolve("out.tsv"));
        assertThat(lines).hasSize(9).allSatisfy(line -> assertThat(line)
                .matches("\\d+\\t[a-z-]+\\t[01]\\.\\d{4}\\t([a-z]+:[01]\\.\\d{4}( [a-z]+:[01]\\.\\d{4}){0,2})?"));
        assertThat(lines).extracting(line -> line.substring(0, line.indexOf('\t', 2))).containsExactly("1\tparking",
                "2\trefund", "3\twifi", "4\t-", "5\t-", "6\t-", "8\tparking", "9\trefund", "1\tparking");
        assertThat(lines.get(5)).isEqualTo("6\t-\t0.0000\t");
    }

    @Test
    void severalSetsStandSideBySideAndTheirMeanCountsEachAlike() throws IOException {
        home.write("cafe/rules.jsonl", "{\"intent\":\"cake\",\"questions\":[\"生日蛋糕提前几天订\"]}\n");
        home.write("cafe/queries.jsonl",
                "{\"text\":\"生日蛋糕提前几天订\",\"intent\":\"cake\",\"type\":\"answerable\"}\n");
        home.write("notes/readme.txt", "neither rules nor queries");

        CliHome.Result all = quality("--data", file(""), "--format", "json", "--predictions", file("out.tsv"));
        assertThat(json(all).getAsJsonArray("sets")).extracting(set -> set.getAsJsonObject().get("name").getAsString())
                .containsExactly("cafe", "shop");
        assertThat(json(all).getAsJsonObject("mean").get("hit").getAsDouble()).isEqualTo(75);
        assertThat(Files.readAllLines(folder.resolve("out.tsv"))).hasSize(10)
                .allSatisfy(line -> assertThat(line).matches("(cafe|shop)\\t\\d+\\t.*"));
        assertThat(json(quality("--rules", file("cafe/rules.jsonl"), "--queries", file("cafe/queries.jsonl"),
                "--queries", file("cafe/queries.jsonl"), "--rules", file("shop/rules.jsonl"), "--queries",
                file("shop/queries.jsonl"), "--format", "json")).getAsJsonArray("sets"))
                .extracting(set -> set.getAsJsonObject().get("queries").getAsInt()).containsExactly(2, 8);
    }

    @Test
    void theSweepHasTheSameFiguresForEveryThreshold() {
        var sweep = json(shop("--sweep", "--format", "json")).getAsJsonArray("sweep");

        assertThat(sweep).hasSize(19);
        assertThat(sweep.get(9).getAsJsonObject().get("threshold").getAsDouble()).isEqualTo(0.5);
        assertThat(sweep.get(9).getAsJsonObject().get("hit").getAsDouble()).isEqualTo(50);
        assertThat(shop("--sweep").out().lines().filter(line -> line.matches(" +0\\.\\d[05] .*"))).hasSize(19);
    }

    @ParameterizedTest
    @CsvSource({"'',by default mode: careful", "--mode careful,mode: careful", "--mode balanced,mode: balanced",
            "--mode balanced --answer 0.9,--answer"})
    void theThresholdIsThatOfAProfile(String arguments, String origin) {
        List<String> all = new ArrayList<>(List.of("quality", "--lang", "en", "--data", file(""), "--format", "json"));
        all.addAll(List.of(arguments.isEmpty() ? new String[0] : arguments.split(" ")));

        assertThat(json(CliHome.run(all)).get("origin").getAsString()).isEqualTo(origin);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "rules | not json | no JSON object",
            "rules | [1] | no JSON object",
            "rules | {\"intent\":\"a\"} | intent or questions is missing",
            "rules | {\"intent\":\"a\",\"questions\":[]} | intent or questions is missing",
            "rules | {\"intent\":\"a\",\"questions\":[1]} | intent or questions is missing",
            "rules | {\"intent\":\"wifi\",\"questions\":[\"密码\"]} | there is an intent 'wifi' further up",
            "queries | {\"text\":\"在吗\" | no JSON object",
            "queries | {\"text\":\"在吗\"} | text or type is missing",
            "queries | {\"intent\":\"wifi\",\"type\":\"answerable\"} | text or type is missing",
            "queries | {\"text\":\"a\",\"intent\":\"wify\",\"type\":\"answerable\"} | no rule has the intent 'wify'",
            "queries | {\"text\":\"a\",\"intent\":7,\"type\":\"chat\"} | intent names a rule",
            "queries | {\"text\":\"a\",\"intent\":null,\"type\":\"answerable\"} | intent names a rule"})
    void aLineThatIsWrongIsNamedWithWhatIsExpected(String name, String line, String why) throws IOException {
        Path file = folder.resolve("shop/" + name + ".jsonl");
        Files.writeString(file, Files.readString(file) + line + "\n");
        long number = Files.readAllLines(file).size();

        CliHome.Result result = shop();
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).satisfiesExactly(
                flaw -> assertThat(flaw).startsWith(file + ":" + number + ": " + why)
                        .contains("; a line looks like {\""),
                last -> assertThat(last).isEqualTo("qunbot: the data has mistakes, see above (1 in all)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n  \n", "\uFEFF"})
    void aFileThatHoldsNothingIsNamed(String nothing) throws IOException {
        home.write("shop/rules.jsonl", nothing);
        CliHome.Result result = shop();
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err()).startsWith(file("shop/rules.jsonl") + ":1: the file holds nothing").hasLineCount(2);
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        Files.delete(folder.resolve("shop/queries.jsonl"));
        assertThat(shop()).isEqualTo(new CliHome.Result(3, "", "qunbot: a file cannot be read: "
                + file("shop/queries.jsonl") + " (NoSuchFile)" + System.lineSeparator()));
        assertThat(quality("--data", file("shop")).err())
                .startsWith("qunbot: no sub-folder of " + file("shop") + " holds rules.jsonl and queries.jsonl");
        assertThat(quality("--data", file("gone")).err()).startsWith("qunbot: the folder cannot be read: ");
    }

    @Test
    void predictionsThatCannotBeWrittenAreSaid() {
        CliHome.Result result = quality("--data", file(""), "--predictions", file("gone/out.tsv"));
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err()).startsWith("qunbot: the file cannot be written: ").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quality", "quality --rules a", "quality --queries a", "quality --data . --answer 2",
            "quality --data . --answer NaN", "quality --data . --mode bold", "quality --data . --format xml"})
    void wrongUsageIsTwo(String arguments) {
        CliHome.Result result = CliHome.run(List.of(arguments.split(" ")));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("qunbot: ").contains("Usage: qunbot quality");
    }
}

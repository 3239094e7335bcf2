package io.qunbot.plugins.signup;

import io.qunbot.plugin.Foreign;
import io.qunbot.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads several answers from one message. What has a form of its own is found wherever it stands (a day, a telephone
 * number, one of two choices); the rest is taken in the order of the questions.
 */
final class Fields {

    private static final Pattern DAY = Pattern.compile("日期|日子|哪天|哪一天|几号|时间|(?i:date|day)");
    private static final Pattern PHONE = Pattern.compile("电话|手机|号码|(?i:phone)");
    private static final Pattern AMOUNT = Pattern.compile("人数|几人|几位|几个|数量|多少");
    private static final Pattern PHONE_NUMBER = Pattern
            .compile("(?<!\\d)(?:1\\d{10}|0\\d{2,3}-?\\d{7,8}|\\d{7,8})(?!\\d)");
    private static final Pattern NUMBER = Pattern
            .compile("(?<!\\d)(?:\\d{1,4}|[一二两三四五六七八九十]{1,3})\\s*[个位人名]|(?<!\\d)\\d{1,3}(?!\\d)");
    private static final Pattern MARKS = Pattern.compile("[,\uff0c;\uff1b、。\\n]+");
    private static final Set<String> NOTHING = Set.of("好", "好的", "好滴", "嗯", "行", "可以", "收到", "ok", "稍等", "等下", "等一下",
            "谢谢");

    private final LocalDate today;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private Optional<LocalDate> day = Optional.empty();
    private String rest;

    private Fields(String text, LocalDate today) {
        this.today = today;
        this.rest = text;
    }

    /**
     * What somebody answered.
     *
     * @param answers by the names of fields, without those that are missing
     * @param day the day that was named
     */
    record Answers(Map<String, String> answers, Optional<LocalDate> day) {}

    /** @param wanted the fields that are still to be answered, in their order */
    static Answers read(List<String> wanted, String text, LocalDate today) {
        Fields fields = new Fields(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC), today);
        wanted.forEach(fields::labelled);
        fields.left(wanted).forEach(fields::recognised);
        fields.inOrder(fields.left(wanted).filter(field -> !hasForm(field)).toList());
        return new Answers(fields.answers, fields.day);
    }

    /** Whether a field asks for a day. */
    static boolean isDay(String field) {
        return DAY.matcher(field).find() && !isChoice(field);
    }

    private static boolean isChoice(String field) {
        return field.contains("还是");
    }

    private static boolean hasForm(String field) {
        return isDay(field) || isChoice(field) || PHONE.matcher(field).find() || AMOUNT.matcher(field).find();
    }

    private Stream<String> left(List<String> wanted) {
        return wanted.stream().filter(field -> !answers.containsKey(field)).toList().stream();
    }

    /** 门店:城南店. */
    private void labelled(String field) {
        Matcher matcher = Pattern.compile(Pattern.quote(field) + "\\s*(?:[:=]|是)\\s*([^,;\uff0c\uff1b。\\n]+)")
                .matcher(rest);
        if (matcher.find()) {
            String value = matcher.group(1).strip();
            if (isDay(field)) {
                day = Days.in(value, today).map(Days.Found::day);
            }
            if (!isDay(field) || day.isPresent()) {
                take(field, value, matcher.group());
            }
        }
    }

    private void recognised(String field) {
        if (isDay(field)) {
            Days.in(rest, today).ifPresent(found -> {
                day = Optional.of(found.day());
                take(field, found.typed().strip(), found.typed());
            });
        } else if (isChoice(field)) {
            Arrays.stream(field.split("还是", -1)).map(String::strip).filter(choice -> !choice.isEmpty()
                    && rest.contains(choice)).findFirst().ifPresent(choice -> take(field, choice, choice));
        } else if (PHONE.matcher(field).find()) {
            find(field, PHONE_NUMBER);
        } else if (AMOUNT.matcher(field).find()) {
            find(field, NUMBER);
        }
    }

    private void find(String field, Pattern form) {
        Matcher matcher = form.matcher(rest);
        if (matcher.find()) {
            take(field, matcher.group().strip(), matcher.group());
        }
    }

    private void take(String field, String value, String typed) {
        answers.put(field, Foreign.quote(value));
        rest = rest.replaceFirst(Pattern.quote(typed), " ");
    }

    private void inOrder(List<String> fields) {
        if (fields.isEmpty()) {
            return;
        }
        List<String> pieces = pieces(MARKS);
        if (pieces.size() < fields.size()) {
            List<String> words = pieces(Pattern.compile(MARKS.pattern() + "|\\s+"));
            pieces = words.size() >= fields.size() ? words : pieces;
        }
        List<String> values = new ArrayList<>(pieces);
        for (int i = 0; i < fields.size() && !values.isEmpty(); i++) {
            boolean last = i == fields.size() - 1;
            String value = last ? String.join("\uff0c", values) : values.removeFirst();
            answers.put(fields.get(i), Foreign.quote(value));
        }
    }

    private List<String> pieces(Pattern between) {
        return between.splitAsStream(rest).map(String::strip)
                .filter(piece -> !Normalizer.words(piece).isEmpty() && !NOTHING.contains(Normalizer.words(piece)))
                .toList();
    }
}

package io.qunbot.plugins.signup;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many can come: {@code 30}, or {@code 2/1d} on each day.
 *
 * @param daily whether they are for each day that is asked for
 */
@Doc(zh = "名额:30,或者 2/1d(每天两个)", en = "how many can come: 30, or 2/1d on each day")
@Written(pattern = "\\s*[0-9]{1,4}\\s*(/\\s*(1d|天|日)\\s*)?", examples = {"30", "2/1d"})
public record Seats(int most, boolean daily) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})\\s*(/\\s*(?:1d|天|日))?");

    public static Seats parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches() || Integer.parseInt(form.group(1)) == 0) {
            throw new Mistake(
                    new Words("读不懂 “" + text + "”:这里写名额",
                            "cannot make sense of \"" + text + "\": a number of seats is expected"),
                    new Words("照这样写: 30,或者 2/1d(每天两个)", "write it like this: 30, or 2/1d (two a day)"));
        }
        return new Seats(Integer.parseInt(form.group(1)), form.group(2) != null);
    }
}

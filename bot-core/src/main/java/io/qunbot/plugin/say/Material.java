package io.qunbot.plugin.say;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;
import java.util.Arrays;

/** A file beside the rules that is sent with words, by its path in {@code rules/}. Whether it is there the check knows. */
@Doc(zh = "rules/ 里的一个文件,例如 materials/cost-card.xlsx", en = "a file in rules/, such as materials/cost-card.xlsx")
@Written(examples = "materials/cost-card.xlsx")
public record Material(String path) {

    public static Material parse(String path) {
        boolean outside = path.startsWith("/") || path.matches("[A-Za-z]:.*")
                || Arrays.asList(path.split("/", -1)).contains("..");
        if (outside || path.isBlank() || path.indexOf('\\') >= 0 || path.chars().anyMatch(Character::isISOControl)) {
            throw new Mistake(new Words("“" + path + "” 不是 rules/ 里面的文件", "'" + path + "' is no file in rules/"),
                    new Words("把文件放进 rules/materials/,写成 materials/文件名",
                            "put the file into rules/materials/ and write materials/name"));
        }
        return new Material(path);
    }

    /** Without its folder, as members see it. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

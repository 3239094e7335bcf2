package io.qunbot.ranking;

import java.util.List;

/** What kind of answer a text asks for, by its question word. */
enum Form {
    HOW("怎么", "如何", "怎样", "咋", "怎么样", "怎么办"),
    WHY("为什么", "为啥", "为何", "怎么会", "原因"),
    HOW_MUCH("多少", "多久", "多长", "多大", "几", "多远", "多高", "多贵"),
    WHERE("哪", "在哪", "地址", "什么地方"),
    WHEN("什么时候", "何时", "啥时候", "几点", "多会"),
    WHO("谁", "哪位"),
    WHETHER("吗", "能不能", "可不可以", "是不是", "是否", "能否", "有没有", "会不会", "可以", "行不行", "可否", "要不要", "么"),
    WHAT("什么", "啥", "哪些"),
    NONE;

    private static final List<Form> ORDER = List.of(WHEN, WHY, HOW_MUCH, WHERE, WHO, HOW, WHAT, WHETHER);

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> words;

    Form(String... words) {
        this.words = List.of(words);
    }

    /** The first that fits, the most telling first. */
    static Form of(String text) {
        for (Form form : ORDER) {
            for (String word : form.words) {
                if (text.contains(word)) {
                    return form;
                }
            }
        }
        return NONE;
    }
}

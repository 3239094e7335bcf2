package io.qunbot.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes off what is said around a question: greetings, forms of address, thanks. */
final class Courtesy {

    private static final int LEAST = 2;

    private static final Map<Character, List<String>> OPENERS = by(word -> word.charAt(0), """
            在吗 在嘛 在么 在不在 有人吗 有人么 有人在吗 有人在么
            你好 你好呀 你好啊 您好 您好呀 您好啊 你们好 大家好 各位好 早上好 上午好 中午好 下午好 晚上好
            哈喽 哈啰 嗨 喂 hello hi
            请问 请问下 请问一下 请教 请教下 请教一下 请教个问题 问下 问一下 问个问题
            想问 想问下 想问一下 我想问 我想问下 我想问一下 想请教 想请教一下
            想咨询 想咨询下 想咨询一下 我想咨询 我想咨询下 我想咨询一下 咨询下 咨询一下 咨询个问题
            麻烦 麻烦您 麻烦你 麻烦问 麻烦问下 麻烦问一下 弱弱问一句 弱弱地问一句 求助 求问
            打扰 打扰了 打扰下 打扰一下 不好意思 想了解下 想了解一下 想知道 我想知道
            群主 老师 老师好 老师您好 亲 亲亲 亲爱的 各位 各位老师 各位老板 各位大佬 大佬 大神 大家 老板
            管理员 小助手 小姐姐 小哥哥 有没有人知道 有人知道 谁知道
            """);

    private static final Map<Character, List<String>> CLOSERS = by(word -> word.charAt(word.length() - 1), """
            谢谢 谢谢了 谢谢啦 谢谢呀 谢谢啊 谢谢你 谢谢您 谢谢老师 谢谢大家 谢了 谢啦 多谢 多谢了 多谢啦
            感谢 感谢了 感谢您 万分感谢 非常感谢 十分感谢 thanks thx
            求解 求解答 求助 求告知 求指教 求指点 求回复 请指教 请回复 在线等 在线等急 急在线等 急 急急 急急急 挺急的
            很急 比较急 麻烦了 麻烦您了 麻烦你了 麻烦啦 辛苦 辛苦了 辛苦啦 拜托 拜托了 拜托啦 帮忙看看 帮忙看下
            老师 亲 呀 啊 哈 哦 噢 喔
            """);

    private Courtesy() {}

    /** Never leaves fewer than two characters of a longer text. */
    static String strip(String words) {
        int start = 0;
        int end = words.length();
        for (int length = opener(words, start, end); length > 0; length = opener(words, start, end)) {
            start += length;
        }
        for (int length = closer(words, start, end); length > 0; length = closer(words, start, end)) {
            end -= length;
        }
        return words.substring(start, end);
    }

    private static int opener(String words, int start, int end) {
        if (end - start <= LEAST) {
            return 0;
        }
        for (String word : OPENERS.getOrDefault(words.charAt(start), List.of())) {
            if (end - start - word.length() >= LEAST && words.startsWith(word, start)) {
                return word.length();
            }
        }
        return 0;
    }

    private static int closer(String words, int start, int end) {
        if (end - start <= LEAST) {
            return 0;
        }
        for (String word : CLOSERS.getOrDefault(words.charAt(end - 1), List.of())) {
            if (end - start - word.length() >= LEAST && words.startsWith(word, end - word.length())) {
                return word.length();
            }
        }
        return 0;
    }

    private static Map<Character, List<String>> by(Function<String, Character> key, String words) {
        return List.of(words.strip().split("\\s+")).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.groupingBy(key));
    }
}

package io.qunbot.load;

import io.qunbot.cli.quality.data.Intent;
import io.qunbot.ranking.Ranker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A catalogue of sixty questions that differ in one word or two, and what people make of them when they type:
 * the same for the same seed.
 */
final class SmallShop {

    private static final List<String> SUBJECTS = List.of("发票", "会员卡", "打印机", "收银机", "优惠券", "外卖平台", "库存盘点",
            "排班表", "扫码点餐", "储值卡", "小程序商城", "电子秤", "后厨屏幕", "对账单", "员工账号", "门店招牌", "培训课程", "充电宝柜",
            "预订电话", "叫号器");
    private static final Map<String, List<String>> MATTERS = Map.of(
            "apply", List.of("%s怎么开通", "想办%s去哪里申请", "%s在哪儿能办"),
            "price", List.of("%s要多少钱", "%s怎么收费", "用%s一年花多少"),
            "broken", List.of("%s用不了怎么办", "%s坏了找谁修", "%s总是出错"));
    private static final List<String> BEFORE = List.of("请问", "老板,", "你好 ", "@小助手 ", "在吗?", "麻烦问下");
    private static final List<String> AFTER = List.of("?", "谢谢", "[呲牙]", "[可怜]", "在线等", "啊", "!!!");
    private static final Map<String, String> TRADITIONAL = Map.of("发", "發", "开", "開", "钱", "錢", "机", "機", "员", "員",
            "会", "會", "办", "辦", "单", "單");

    private final Random random;

    SmallShop(long seed) {
        random = new Random(seed);
    }

    static List<Intent> catalogue() {
        return SUBJECTS.stream().flatMap(subject -> MATTERS.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(matter -> new Intent(subject + "/" + matter.getKey(),
                        matter.getValue().stream().map(form -> form.formatted(subject)).toList())))
                .toList();
    }

    /** Questions of the catalogue as people type them, idle talk, and messages that are no questions by their form. */
    List<String> messages(int questions, int idle) throws IOException {
        List<String> all = new ArrayList<>(odd());
        List<String> asks = catalogue().stream().flatMap(intent -> intent.questions().stream()).toList();
        for (int count = 0; count < questions; count++) {
            all.add(typed(asks.get(random.nextInt(asks.size()))));
        }
        List<String> talk = idleTalk();
        for (int count = 0; count < idle; count++) {
            all.add(talk.get(random.nextInt(talk.size())));
        }
        return all;
    }

    private static List<String> odd() {
        String question = "发票怎么开通";
        return List.of("[红包] " + question, "[链接] " + question, "#接龙 " + question, "[微笑]" + question, "😂", "[动画表情]",
                "发", "发票", " " + question + " ", question + "\n" + question, "老王的聊天记录\n老王:" + question,
                "转一篇文章:https://example.com/p/1 " + question, question + " https://example.com/p/1",
                question.repeat(20), question.repeat(20) + "呢", question + "。".repeat(114), question + "。".repeat(115),
                question + " ".repeat(4090), question + " ".repeat(4091), "]]>" + question + "&<b>\"\\");
    }

    private static List<String> idleTalk() throws IOException {
        try (InputStream in = Objects.requireNonNull(Ranker.class.getResourceAsStream("chat.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        }
    }

    private String typed(String question) {
        String once = faulty(question);
        return random.nextBoolean() ? once : faulty(once);
    }

    private String faulty(String text) {
        int at = random.nextInt(text.length() - 1);
        return switch (random.nextInt(8)) {
            case 0 -> BEFORE.get(random.nextInt(BEFORE.size())) + text;
            case 1 -> text + AFTER.get(random.nextInt(AFTER.size()));
            case 2 -> text.substring(0, at) + text.substring(at + 1);
            case 3 -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
            case 4 -> text.substring(0, at) + text.charAt(at) + text.substring(at);
            case 5 -> text.substring(0, at) + " " + text.substring(at);
            case 6 -> Stream.of(text.split("", -1)).map(each -> TRADITIONAL.getOrDefault(each, each))
                    .collect(Collectors.joining());
            default -> text;
        };
    }
}

package io.qunbot.plugins.reply;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Keywords and messages as companies write them, as many as are wanted and always the same: words that many
 * share, Latin, digits and emoji.
 */
final class LoadWords {

    private static final String[] BEGINNINGS = words("""
            怎么 如何 为什么 哪里 什么时候 能不能 可以 请问 需要 我要 帮我 发票 订单 会员 退款 退货 物流 快递 账号 密码 登录 注册 支付
            优惠 活动 报名 课程 资料 系统 软件 打印机 收银 合同 续费 试用 版本 升级 数据 报表 权限 门店 客户 员工 库存""");
    private static final String[] MIDDLES = words("""
            开 查 改 看 用 办 退 换 寄 取消 申请 修改 导出 导入 打印 绑定 解绑 设置 删除 恢复 下载 上传 提交 审核 通过 到账 失败 没有
            收到 发货 签收 过期 冻结 找回 重置 联系 预约 安装 更新 同步 备份 扫码 提现 充值 结算 对账 开通 关闭 分享 转发 添加""");
    private static final String[] ENDS = words("""
            流程 方法 时间 地址 电话 价格 费用 明细 记录 状态 进度 原因 要求 规则 条件 范围 数量 金额 抬头 税号 单号 编号 链接 入口
            页面 按钮 菜单 功能 模板 附件 图片 视频 文件 表格 清单 说明 教程 问题 错误 提示 通知 短信 邮件 微信 公众号 小程序""");
    private static final String[] LATIN = words(
            "wifi app vip pos api excel word pdf bug vpn usb crm erp sku ios android");
    private static final String[] EMOJI = words("👍 😂 🎉 ❤ 🙏 🔥 ✅ ❌ 💰 📦 🧾 🎁");
    private static final String[] IDLE = words("""
            今天 昨天 我们 你们 大家 这个 那个 已经 还是 就是 觉得 知道 时候 现在 真的 一下 没事 哈哈 好的 收到 谢谢 下午 晚上 周末 天气
            吃饭 开会 孩子 老板 同事 公司 朋友 回来 出去 上班 下班 路上 地铁 堵车 下雨 火锅 咖啡 手机 电脑 视频 照片 群里 消息 明天""");
    private static final String CHARACTERS = "天地人你我他中国大小上下左右前后里外东西南北高低快慢多少新旧好坏长短轻重冷热红黄蓝白黑春夏秋冬山水火木金土日月星云风雨雪花草树鸟鱼"
            + "马牛羊狗猫车船路桥门窗床桌椅书笔纸画歌舞琴棋茶酒饭菜米面油盐糖醋肉蛋奶果瓜豆店市场厂院校班组会议讲课学习工作休息运动游戏旅行生活健康快乐";

    private final Random random;

    LoadWords(long seed) {
        random = new Random(seed);
    }

    /** Different keywords of 1 to 12 characters, none of which is empty once it is normalised. */
    List<String> keywords(int count) {
        Set<String> keywords = new LinkedHashSet<>();
        while (keywords.size() < count) {
            String keyword = keyword();
            if (keyword.length() <= 12) {
                keywords.add(keyword);
            }
        }
        return List.copyOf(keywords);
    }

    private String keyword() {
        return switch (random.nextInt(1000)) {
            case 0 -> character();
            case 1, 2, 3 -> one(EMOJI) + (random.nextBoolean() ? one(EMOJI) : "");
            case 4, 5, 6, 7, 8, 9 -> one(LATIN) + one(MIDDLES);
            default -> random.nextInt(10) < 3 ? numbered() : phrase();
        };
    }

    private String numbered() {
        String number = Integer.toString(random.nextInt(20_000));
        return switch (random.nextInt(4)) {
            case 0 -> one(LATIN) + number;
            case 1 -> number + "号" + one(ENDS);
            case 2 -> one(BEGINNINGS) + number;
            default -> character() + character() + one(LATIN) + one(ENDS);
        };
    }

    private String phrase() {
        return switch (random.nextInt(5)) {
            case 0 -> one(BEGINNINGS) + one(MIDDLES) + one(ENDS);
            case 1 -> character() + character() + one(MIDDLES);
            case 2 -> one(BEGINNINGS) + character() + character() + one(ENDS);
            case 3 -> character() + character() + character() + character();
            default -> one(BEGINNINGS) + one(MIDDLES) + one(BEGINNINGS) + character();
        };
    }

    /** About 30 characters each; every third holds one of the keywords on purpose. */
    List<String> messages(int count, List<String> keywords) {
        List<String> messages = new ArrayList<>();
        while (messages.size() < count) {
            messages.add(message(messages.size() % 3 == 0 ? keywords.get(random.nextInt(keywords.size())) : ""));
        }
        return messages;
    }

    private String message(String keyword) {
        StringBuilder message = new StringBuilder();
        int hidden = random.nextInt(20);
        while (message.length() < 28) {
            if (!keyword.isEmpty() && message.length() >= hidden && message.indexOf(keyword) < 0) {
                message.append(keyword);
            }
            message.append(switch (random.nextInt(20)) {
                case 0 -> one(BEGINNINGS);
                case 1 -> one(MIDDLES);
                case 2 -> one(ENDS);
                case 3 -> one(LATIN) + random.nextInt(100);
                case 4 -> ",";
                case 5 -> one(EMOJI);
                case 6, 7, 8, 9, 10 -> character();
                default -> one(IDLE);
            });
        }
        return message.toString();
    }

    private String character() {
        int at = random.nextInt(CHARACTERS.length());
        return CHARACTERS.substring(at, at + 1);
    }

    private String one(String[] words) {
        return words[random.nextInt(words.length)];
    }

    private static String[] words(String words) {
        return words.strip().split("\\s+");
    }
}

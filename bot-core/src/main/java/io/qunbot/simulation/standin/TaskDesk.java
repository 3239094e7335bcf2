package io.qunbot.simulation.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Messages to customer groups and single customers that a member must confirm (documents 92135 and 93338). Thread-safe. */
final class TaskDesk {

    private static final int REMINDERS = 3;

    private final Map<String, Task> tasks = new HashMap<>();
    private final Set<String> full = new HashSet<>();
    private final InstantSource clock;
    private final BiPredicate<String, String> isConnected;

    private static final class Task {
        private final String sender;
        private final boolean single;
        private final String words;
        private final long made;
        private final List<String> chats;
        private boolean confirmed;
        private boolean cancelled;
        private int reminders;

        Task(String sender, boolean single, String words, long made, List<String> chats) {
            this.sender = sender;
            this.single = single;
            this.words = words;
            this.made = made;
            this.chats = List.copyOf(chats);
        }
    }

    /** @param isConnected whether a member has a customer */
    TaskDesk(InstantSource clock, BiPredicate<String, String> isConnected) {
        this.clock = clock;
        this.isConnected = isConnected;
    }

    /** This group or customer has had the messages of the month. */
    synchronized void full(String chat) {
        full.add(chat);
    }

    /** The member presses the button. */
    synchronized void confirm(String msgid) {
        Task task = tasks.get(msgid);
        if (task != null && !task.cancelled) {
            task.confirmed = true;
        }
    }

    /** {@code /cgi-bin/externalcontact/add_msg_template}. */
    synchronized JsonObject add(Received request, Form form) throws Refused {
        boolean single = form.optional("chat_type").equals("single");
        if (!single && !form.optional("chat_type").equals("group")) {
            throw new Refused(Form.WRONG, "chat_type is single or group");
        }
        String sender = form.text("sender", 41009);
        if (form.has("text")) {
            form.form("text").text("content", 44004, 4000);
        }
        if (!form.has("text") && form.list("attachments", 0, 9).isEmpty()) {
            throw new Refused(40063, "text and attachments both missing");
        }
        for (JsonElement each : form.list("attachments", 0, 9)) {
            attachment(new Form(each.getAsJsonObject()));
        }
        List<String> chats = new ArrayList<>(single
                ? form.texts("external_userid", 1, 10_000)
                : form.texts("chat_id_list", 0, 2000));
        List<String> failed = chats.stream()
                .filter(chat -> full.contains(chat) || (single && !isConnected.test(sender, chat))).toList();
        if (!chats.isEmpty() && failed.size() == chats.size()) {
            throw new Refused(41048, "no customer to send");
        }
        chats.removeAll(failed);
        String id = "msgGCAAAXtWyujaWJHDDGi0mAAA" + (tasks.size() + 1);
        tasks.put(id, new Task(sender, single, form.has("text") ? form.form("text").optional("content") : "",
                clock.instant().getEpochSecond(), chats));
        JsonObject answer = Endpoints.with("msgid", id);
        JsonArray list = new JsonArray();
        failed.forEach(list::add);
        answer.add("fail_list", list);
        return answer;
    }

    private static void attachment(Form attachment) throws Refused {
        String kind = attachment.text("msgtype", 40008);
        switch (kind) {
            case "image", "file", "video" -> attachment.form(kind).text("media_id", 40007);
            case "link" -> {
                attachment.form(kind).text("title", 41016, 128);
                attachment.form(kind).text("url", 41010, 2048);
            }
            default -> throw new Refused(40008, "invalid message type");
        }
    }

    private Task task(Form form) throws Refused {
        Task task = tasks.get(form.text("msgid", Form.WRONG));
        if (task == null) {
            throw new Refused(Form.WRONG, "invalid msgid");
        }
        return task;
    }

    /** {@code /cgi-bin/externalcontact/get_groupmsg_task}. */
    synchronized JsonObject members(Received request, Form form) throws Refused {
        Task task = task(form);
        JsonObject member = Endpoints.with("userid", task.sender);
        member.addProperty("status", task.confirmed ? 2 : 0);
        return list("task_list", List.of(member));
    }

    /** {@code /cgi-bin/externalcontact/get_groupmsg_send_result}. */
    synchronized JsonObject results(Received request, Form form) throws Refused {
        Task task = task(form);
        form.text("userid", 41009);
        List<JsonObject> results = new ArrayList<>();
        int from = number(form.optional("cursor"), 0);
        int until = Math.min(task.chats.size(), from + number(form.optional("limit"), 500));
        for (String chat : task.chats.subList(from, until)) {
            JsonObject result = Endpoints.with(task.single ? "external_userid" : "chat_id", chat);
            result.addProperty("userid", task.sender);
            result.addProperty("status", task.confirmed ? full.contains(chat) ? 3 : 1 : 0);
            results.add(result);
        }
        JsonObject answer = list("send_list", results);
        answer.addProperty("next_cursor", until < task.chats.size() ? String.valueOf(until) : "");
        return answer;
    }

    private static int number(String text, int usual) {
        return text.isEmpty() ? usual : Integer.parseInt(text);
    }

    /** {@code /cgi-bin/externalcontact/get_groupmsg_list_v2}: what an API made has no creator. */
    synchronized JsonObject made(Received request, Form form) throws Refused {
        boolean single = form.text("chat_type", Form.WRONG).equals("single");
        long from = form.number("start_time", Form.WRONG);
        long until = form.number("end_time", Form.WRONG);
        List<JsonObject> found = new ArrayList<>();
        tasks.forEach((id, task) -> {
            if (task.single == single && task.made >= from && task.made <= until) {
                JsonObject each = Endpoints.with("msgid", id);
                each.addProperty("create_time", String.valueOf(task.made));
                each.add("text", Endpoints.with("content", task.words));
                found.add(each);
            }
        });
        return list("group_msg_list", found);
    }

    private static JsonObject list(String name, List<JsonObject> objects) {
        JsonArray list = new JsonArray();
        objects.forEach(list::add);
        JsonObject answer = Endpoints.with("next_cursor", "");
        answer.add(name, list);
        return answer;
    }

    /** {@code /cgi-bin/externalcontact/remind_groupmsg_send}. */
    synchronized JsonObject remind(Received request, Form form) throws Refused {
        if (++task(form).reminders > REMINDERS) {
            throw new Refused(41093, "remind too often");
        }
        return new JsonObject();
    }

    /** {@code /cgi-bin/externalcontact/cancel_groupmsg_send}. */
    synchronized JsonObject cancel(Received request, Form form) throws Refused {
        Task task = task(form);
        if (task.confirmed) {
            throw new Refused(Form.WRONG, "the task was sent");
        }
        task.cancelled = true;
        return new JsonObject();
    }
}

#!/usr/bin/env python3
"""Deals the tasks of tasks.tsv into pairs of plans with the truth (see README.md)."""
import json, pathlib, random, sys

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parents[1] / "Tests/ConsolidationTests/Fixtures/matching"
SECTIONS = {
    "I": "Công tác chỉ đạo, điều hành", "II": "Cải cách thể chế",
    "III": "Cải cách thủ tục hành chính", "IV": "Cải cách tổ chức bộ máy",
    "V": "Cải cách chế độ công vụ", "VI": "Cải cách tài chính công",
    "VII": "Xây dựng và phát triển Chính quyền điện tử, Chính quyền số",
}
AGENCIES = [
    [("Sở Tài nguyên và Môi trường", "Sở TN&MT"), ("Sở Nông nghiệp và Phát triển nông thôn", "Sở NN&PTNT")],
    [("Sở Xây dựng", "Sở XD"), ("Sở Giao thông vận tải", "Sở GTVT")],
    [("Sở Tài chính", "Sở TC"), ("Sở Kế hoạch và Đầu tư", "Sở KH&ĐT")],
    [("Sở Nội vụ", "Sở NV"), ("Sở Lao động - Thương binh và Xã hội", "Sở LĐTBXH")],
]
SHORT = [("thủ tục hành chính", "TTHC"), ("cải cách hành chính", "CCHC"), ("công nghệ thông tin", "CNTT"),
         ("văn bản quy phạm pháp luật", "VBQPPL"), ("Hội đồng nhân dân", "HĐND"), ("cơ sở dữ liệu", "CSDL"),
         ("cán bộ, công chức, viên chức", "CBCCVC"), ("công chức, viên chức", "CCVC"), ("chuyển đổi số", "CĐS"),
         ("dịch vụ công", "DVC"), ("an toàn thông tin", "ATTT"), ("ngân sách nhà nước", "NSNN"),
         ("ủy ban nhân dân", "UBND"), ("vị trí việc làm", "VTVL")]
TONES = [("hóa", "hoá"), ("hòa", "hoà"), ("ủy", "uỷ"), ("lý", "lí"), ("thủy", "thuỷ"), ("xóa", "xoá"), ("kỷ", "kỉ")]
DEADLINES = ["Quý I/2025", "Quý II/2025", "Quý III/2025", "Quý IV/2025", "Năm 2025", "Thường xuyên", "Tháng 6/2025"]
PHRASED = {"Quý I/2025": "Quí I/2025", "Quý II/2025": "quý II năm 2025", "Năm 2025": "Cả năm 2025",
           "Thường xuyên": "Thường xuyên trong năm", "Tháng 6/2025": "Tháng 06/2025"}


def read():
    tasks = []
    for line in (HERE / "tasks.tsv").read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        head, middle, text = line.split("\t") if not line[0] in "=!" else (line[0], *line[2:].split("\t"))
        if head == "=":
            tasks[-1]["same"].append((middle, text))
        elif head == "!":
            tasks[-1]["near"].append((middle, text))
        else:
            tasks.append({"section": head, "output": middle, "text": text, "same": [], "near": []})
    return tasks


def typo(text, r):
    words = text.split()
    places = [i for i, w in enumerate(words) if len(w) >= 4 and w.isalpha() and w.islower()]
    if not places:
        return text
    i = r.choice(places)
    w, k = words[i], r.randrange(1, len(words[i]) - 1)
    words[i] = r.choice([w[:k] + w[k + 1:], w[:k] + w[k] + w[k:], w[:k] + w[k + 1] + w[k] + w[k + 2:]])
    return " ".join(words)


def missing(text, r):
    words = text.split()
    places = [i for i, w in enumerate(words) if w in ("và", "của", "các", "về", "đối", "trong", "theo", "cho", "những") and i > 0]
    if not places:
        return text
    del words[r.choice(places)]
    return " ".join(words)


def vary(text, kind, r):
    if kind == "abbrev":
        for long, short in SHORT:
            if long in text:
                return text.replace(long, short, 1)
    if kind == "expand":
        for long, short in SHORT:
            if short in text:
                return text.replace(short, long, 1)
    if kind == "tone":
        for old, new in TONES:
            text = text.replace(old, new)
        return text
    if kind == "punct":
        return r.choice(["- " + text, text + ".", text + ";", "+ " + text + ".", text.replace(", ", " , ", 1)])
    if kind == "case":
        return text[0].lower() + text[1:]
    if kind == "typo":
        return typo(text, r)
    if kind == "missing":
        return missing(text, r)
    return text


def make(tasks, agencies, seed):
    r = random.Random(seed)
    sides = {"a": [], "b": []}
    matches, near_rows = [], []
    province = r.choice(["Hậu Giang", "Bến Tre", "Hà Nam", "Quảng Nam"])

    def put(side, task, text, section=None, deadline=None):
        full, short = agencies[0 if side == "a" else 1]
        name = r.choice([full, full, short])
        row = {"id": "", "section": section or task["section"], "text": text.replace("{own}", name),
               "lead": f"{short} ({r.choice(['Văn phòng', 'Văn phòng', 'P.KHTC', 'Thanh tra'])})",
               "output": task["output"], "deadline": deadline or r.choice(DEADLINES), "progress": ""}
        sides[side].append(row)
        return row

    for task in tasks:
        deadline = r.choice(DEADLINES)
        state = r.choices(["both", "a", "b", "none"], [60, 15, 15, 10])[0]
        rows = {}
        if state == "both":
            kinds, texts = [], [task["text"], task["text"]]
            if task["same"] and r.random() < 0.6:
                kind, texts[1] = r.choice(task["same"])
                kinds.append(kind)
            for kind in r.sample(["abbrev", "expand", "tone", "punct", "case", "typo", "missing"], r.choice([0, 0, 1, 2])):
                if "paraphrase" in kinds and kind in ("typo", "missing"):
                    continue
                side = r.randrange(2)
                varied = vary(texts[side], kind, r)
                if varied != texts[side]:
                    texts[side] = varied
                    kinds.append(kind)
            if r.random() < 0.5:
                texts.reverse()
            if "{own}" in texts[0] + texts[1] and "self_name" not in kinds:
                kinds.append("self_name")
            other = PHRASED.get(deadline, deadline) if r.random() < 0.3 else deadline
            if r.random() < 0.15:
                other = r.choice(DEADLINES)
            section = task["section"]
            if r.random() < 0.1:
                section = r.choice(list(SECTIONS))
                if section != task["section"]:
                    kinds.append("section")
            rows["a"] = put("a", task, texts[0], deadline=deadline)
            rows["b"] = put("b", task, texts[1], section=section, deadline=other)
            matches.append((rows["a"], rows["b"], kinds or ["exact"]))
        elif state in "ab":
            rows[state] = put(state, task, task["text"], deadline=deadline)
        for reason, text in task["near"]:
            if r.random() < 0.6:
                side = {"a": "b", "b": "a"}.get(state) or r.choice("ab")
                miss = put(side, task, text, deadline=deadline)
                other = rows.get("b" if side == "a" else "a")
                if other:
                    near_rows.append((miss, other, side, reason, state != "both"))
    plans = {}
    for index, side in enumerate("ab"):
        rows = sides[side]
        order = list(SECTIONS)
        rows.sort(key=lambda row: order.index(row["section"]))
        for i, row in enumerate(rows):
            row["id"] = f"{side.upper()}{i + 1:02}"
        plans[side] = {"agency": f"{agencies[index][0]} tỉnh {province}",
                       "sections": [{"section": k, "title": v} for k, v in SECTIONS.items()], "rows": rows}
    return {**plans,
            "matches": [{"a": a["id"], "b": b["id"], "kinds": k} for a, b, k in matches],
            "near_misses": [{"a": (m if s == "a" else o)["id"], "b": (o if s == "a" else m)["id"],
                             "reason": reason, "tempting": t} for m, o, s, reason, t in near_rows]}


def main():
    tasks = read()
    OUT.mkdir(parents=True, exist_ok=True)
    total = 0
    for part, offset in (("tuning", 0), ("testing", 1)):
        for number in range(6):
            plans = make(tasks[offset::2], AGENCIES[number % 4], f"{part}-{number}")
            total += len(plans["matches"])
            path = OUT / f"{part}-{number + 1}.json"
            path.write_text(json.dumps(plans, ensure_ascii=False, indent=1) + "\n")
    print(f"{total} true pairs in {OUT}", file=sys.stderr)


main()

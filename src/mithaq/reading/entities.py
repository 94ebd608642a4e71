from mithaq.entity import Actor
class Cast:
    def __init__(self,page): self.page=page
    def actor(self, phrase, before):
        s=self.page.span(phrase.first, phrase.last)
        return Actor(s.cite(self.page.document.text), None, None, s)
